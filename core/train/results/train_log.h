// core/train/results/train_log.h: a run's figures as files: log.csv for a spreadsheet, log.jsonl for programs.
#pragma once
#include "core/train/listener.h"
#include "core/train/options.h"
#include <filesystem>
#include <string>

namespace patchlight
{

/// Appends one row per epoch and one JSON line per event; a row that cannot be written is lost, training is not.
class TrainLog
{
public:
    /// `fresh`: starts both files anew; else appends (a resumed run).
    TrainLog(std::filesystem::path folder, bool fresh);

    void begin(const std::string& options);
    void epoch(const EpochFigures& figures);
    void note(const std::string& text);

private:
    void line(const std::string& file, const std::string& text) const;
    std::filesystem::path m_folder;
};

}
