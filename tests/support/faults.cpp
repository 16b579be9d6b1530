// tests/support/faults.cpp: preloaded into a program, fails the n-th call of one kind that it makes once its main has
// begun: PATCHLIGHT_FAULT="write:3". Kinds: write, fsync, rename, create (open with O_CREAT), open (any other), mmap
// (of a file), mkdir, new. With PATCHLIGHT_FAULT_COUNT=FILE the number of calls is written there at the end.
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace
{

std::atomic<bool> armed{false};
std::atomic<long> calls{0};
long failing = 0;
char failingKind[16] = "";

bool fails(const char* kind)
{
    return armed.load(std::memory_order_relaxed) && std::strcmp(kind, failingKind) == 0 && ++calls == failing;
}

template <class Function> Function* real(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

void writeCount()
{
    armed = false;
    if (const char* file = std::getenv("PATCHLIGHT_FAULT_COUNT"))
        if (std::FILE* out = std::fopen(file, "w")) {
            std::fprintf(out, "%ld\n", calls.load());
            std::fclose(out);
        }
}

int (*realMain)(int, char**, char**) = nullptr;

int mainWithFaults(int count, char** words, char** environment)
{
    if (const char* fault = std::getenv("PATCHLIGHT_FAULT")) {
        if (std::sscanf(fault, "%15[a-z]:%ld", failingKind, &failing) < 1)
            std::abort();
        std::atexit(writeCount);
        armed = true;
    }
    const int status = realMain(count, words, environment);
    armed = false;
    return status;
}

/// What libraries ask of the machine as they start, and do not check (libcpuinfo falls over without /proc/cpuinfo).
bool isOfTheSystem(const char* path)
{
    return std::strncmp(path, "/proc/", 6) == 0 || std::strncmp(path, "/sys/", 5) == 0;
}

int opened(int (*open)(const char*, int, ...), const char* path, int flags, mode_t mode)
{
    if (!isOfTheSystem(path) && fails((flags & O_CREAT) != 0 ? "create" : "open"))
        return errno = (flags & O_CREAT) != 0 ? ENOSPC : EIO, -1;
    return open(path, flags, mode);
}

}

extern "C" int __libc_start_main(int (*main)(int, char**, char**), int count, char** words, void (*init)(), void (*fini)(),
    void (*loader)(), void* stack)
{
    realMain = main;
    return real<int(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*)>(
        "__libc_start_main")(mainWithFaults, count, words, init, fini, loader, stack);
}

extern "C" ssize_t write(int file, const void* bytes, std::size_t count)
{
    if (file > STDERR_FILENO && fails("write"))
        return errno = ENOSPC, -1;
    return real<ssize_t(int, const void*, std::size_t)>("write")(file, bytes, count);
}

extern "C" int fsync(int file)
{
    return fails("fsync") ? (errno = EIO, -1) : real<int(int)>("fsync")(file);
}

extern "C" int rename(const char* from, const char* to) noexcept
{
    return fails("rename") ? (errno = EIO, -1) : real<int(const char*, const char*)>("rename")(from, to);
}

extern "C" int mkdir(const char* path, mode_t mode) noexcept
{
    return fails("mkdir") ? (errno = ENOSPC, -1) : real<int(const char*, mode_t)>("mkdir")(path, mode);
}

extern "C" int open(const char* path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>((flags & O_CREAT) != 0 ? va_arg(rest, int) : 0);
    va_end(rest);
    return opened(real<int(const char*, int, ...)>("open"), path, flags, mode);
}

extern "C" int open64(const char* path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>((flags & O_CREAT) != 0 ? va_arg(rest, int) : 0);
    va_end(rest);
    return opened(real<int(const char*, int, ...)>("open64"), path, flags, mode);
}

extern "C" void* mmap(void* address, std::size_t length, int protection, int flags, int file, off_t offset) noexcept
{
    if (file >= 0 && fails("mmap"))
        return errno = ENOMEM, MAP_FAILED;
    return real<void*(void*, std::size_t, int, int, int, off_t)>("mmap")(address, length, protection, flags, file, offset);
}

void* operator new(std::size_t size)
{
    if (fails("new"))
        throw std::bad_alloc();
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
