// core/image/quiet.cpp
#include "core/image/quiet.h"
#include <cstdio>
#include <iostream>
#include <mutex>
#include <opencv2/core/utils/logger.hpp>
#include <streambuf>

namespace patchlight
{
namespace
{

thread_local int t_quiet = 0; ///< how many Quiet this thread holds

/// std::cerr's buffer while anyone is quiet: forwards what loud threads write.
class FilteringBuffer : public std::streambuf
{
public:
    std::streambuf* m_loud = nullptr;

protected:
    int_type overflow(int_type c) override { return t_quiet > 0 ? c : m_loud->sputc(traits_type::to_char_type(c)); }
    std::streamsize xsputn(const char* text, std::streamsize count) override
    {
        return t_quiet > 0 ? count : m_loud->sputn(text, count);
    }
    int sync() override { return t_quiet > 0 ? 0 : m_loud->pubsync(); }
};

struct Streams {
    std::mutex mutex;
    int holders = 0;
    FilteringBuffer buffer;
    std::FILE* loud = nullptr;
    std::FILE* filtering = nullptr;
};

Streams& streams()
{
    static Streams instance;
    return instance;
}

#ifdef __GLIBC__
ssize_t forward(void*, const char* text, size_t count)
{
    if (t_quiet == 0)
        std::fwrite(text, 1, count, streams().loud);
    return static_cast<ssize_t>(count);
}

/// glibc documents stderr as a variable that a program may set.
void swapStderr(Streams& all, bool filter)
{
    if (!all.filtering) {
        all.filtering = fopencookie(nullptr, "w", {nullptr, forward, nullptr, nullptr});
        if (all.filtering)
            std::setvbuf(all.filtering, nullptr, _IONBF, 0);
    }
    if (filter)
        all.loud = stderr;
    if (all.filtering)
        stderr = filter ? all.filtering : all.loud;
}
#else
void swapStderr(Streams&, bool) { }
#endif

}

Quiet::Quiet()
{
    Streams& all = streams();
    const std::lock_guard lock{all.mutex};
    ++t_quiet;
    if (all.holders++ > 0)
        return;
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    all.buffer.m_loud = std::cerr.rdbuf(&all.buffer);
    swapStderr(all, true);
}

Quiet::~Quiet()
{
    Streams& all = streams();
    const std::lock_guard lock{all.mutex};
    --t_quiet;
    if (--all.holders > 0)
        return;
    swapStderr(all, false);
    std::cerr.rdbuf(all.buffer.m_loud);
}

}
