// app/cli/console.cpp
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/shown_text.h"
#include <cerrno>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace patchlight
{
namespace
{

using namespace std::chrono_literals;
constexpr int kBarWidth = 24;
constexpr auto kPatience = 300ms;
constexpr auto kRedraw = 50ms;
constexpr double kPaceKnown = 3; // seconds

bool onTerminal()
{
    static const bool terminal = ::isatty(STDERR_FILENO) == 1;
    return terminal;
}

void toStderr(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string bar(std::string_view stage, int done, int total)
{
    const int filled = total > 0 ? kBarWidth * done / total : 0;
    return std::string{stage} + " [" + std::string(static_cast<std::size_t>(filled), '#')
        + std::string(static_cast<std::size_t>(kBarWidth - filled), '.') + "] " + std::to_string(done) + "/"
        + std::to_string(total);
}

/// ", 3 min left" at the pace so far; nothing before it is known, or worth saying.
std::string timeLeft(double secondsGone, int done, int total)
{
    if (done <= 0 || done >= total || secondsGone < kPaceKnown)
        return {};
    const double left = secondsGone / done * (total - done);
    return left < 90 ? formatted(", %.0f s left", left) : formatted(", %.0f min left", left / 60);
}

}

std::string oneLine(std::string_view text)
{
    return harmlessLine(text);
}

void Console::print(std::string_view text)
{
    clearProgress();
    errno = 0;
    const auto shown = harmlessText(text);
    std::fwrite(shown.data(), 1, shown.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
    m_readerLeft = m_readerLeft || errno == EPIPE;
}

void Console::printJson(const nlohmann::ordered_json& object)
{
    print(harmlessJson(jsonText(object)));
}

void Console::note(std::string_view text)
{
    clearProgress();
    if (!m_quiet)
        toStderr(harmlessText(text) + "\n");
}

void Console::error(const Error& error)
{
    clearProgress();
    if (error.code == ErrorCode::Cancelled && !firstToSayInterrupted())
        return;
    toStderr("error: " + oneLine(error.message) + "\n");
}

void Console::progress(std::string_view stage, int done, int total, bool always)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_quiet || total <= 0)
        return;
    if (done == 0)
        m_started = now, m_lastTenth = -1;
    const double gone = std::chrono::duration<double>(now - m_started).count();
    if (!onTerminal()) {
        const int tenth = 10 * done / total;
        if (always && tenth != m_lastTenth && done > 0)
            toStderr(std::string{stage} + " " + std::to_string(done) + "/" + std::to_string(total)
                + timeLeft(gone, done, total) + "\n");
        m_lastTenth = tenth;
        return;
    }
    if (now - m_started < kPatience || (now - m_lastDrawn < kRedraw && done < total))
        return;
    toStderr("\r" + bar(stage, done, total) + timeLeft(gone, done, total) + "\033[K");
    m_lastDrawn = now;
    m_drawn = true;
}

void Console::transfer(std::string_view text, int percent)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_quiet || text == m_lastTransfer || (now - m_lastDrawn < kRedraw && percent < 100))
        return;
    m_lastTransfer = text;
    if (onTerminal()) {
        toStderr("\r" + oneLine(text) + "\033[K");
        m_lastDrawn = now;
        m_drawn = true;
        return;
    }
    if (percent / 10 != m_lastTenth)
        toStderr(oneLine(text) + "\n");
    m_lastTenth = percent / 10;
}

void Console::clearProgress()
{
    if (m_drawn)
        toStderr("\r\033[K");
    m_drawn = false;
}

bool Console::flushed()
{
    clearProgress();
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}
