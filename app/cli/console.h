// app/cli/console.h: results to stdout, everything else to stderr.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace patchlight
{

/// Control characters become spaces: one line, and no commands to the terminal. Names are what somebody wrote.
std::string oneLine(std::string_view text);

class Console
{
public:
    void setQuiet(bool quiet) { m_quiet = quiet; }

    void print(std::string_view text); ///< a result and a line end; no control characters but line ends and tabs
    void printJson(const nlohmann::ordered_json& object); ///< one JSON object on one line
    void note(std::string_view text); ///< unless quiet
    void error(const Error& error); ///< one `error: …` line

    /// Progress of one long step on the terminal's last line, from 0.3 s on; a line every tenth where stderr is no
    /// terminal and `always` is set. Nothing when quiet.
    void progress(std::string_view stage, int done, int total, bool always = false);
    /// How far a transfer is, in its own words; a line every tenth where stderr is no terminal. Nothing when quiet.
    void transfer(std::string_view text, int percent);
    void clearProgress();

    /// Whether the program that read standard output is gone.
    bool readerLeft() const { return m_readerLeft; }
    /// Whether everything printed really arrived (a full disk, a closed pipe).
    bool flushed();

private:
    bool m_quiet = false;
    bool m_drawn = false;
    bool m_readerLeft = false;
    int m_lastTenth = -1;
    std::string m_lastTransfer;
    std::chrono::steady_clock::time_point m_started, m_lastDrawn;
};

}
