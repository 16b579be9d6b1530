// core/train/results/train_log.h: a run's figures as files: log.csv for a spreadsheet, log.jsonl for programs.
#pragma once
#include "core/train/listener.h"
#include "core/train/options.h"
#include <filesystem>
#include <string>

namespace patchlight
{

/// Appends one row per epoch and one JSON line per event; a row that cannot be written is lost, training is not.
/// Nothing is touched before keep() or the first epoch: a run that cannot begin leaves no log.
class TrainLog
{
public:
    /// `fresh`: starts both files anew; else appends (a resumed run).
    TrainLog(std::filesystem::path folder, bool fresh);

    /// From now on what is said is in the files.
    void keep();
    void begin(const std::string& options);
    void epoch(const EpochFigures& figures);
    void note(const std::string& text);

private:
    void event(const std::string& text);
    void append(const char* file, const std::string& text) const;
    std::filesystem::path m_folder;
    bool m_fresh, m_kept = false;
    std::string m_waiting; ///< lines of log.jsonl
};

}
