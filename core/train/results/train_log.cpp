// core/train/results/train_log.cpp
#include "core/train/results/train_log.h"
#include "core/base/json_text.h"
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace patchlight
{
namespace
{

using json = nlohmann::ordered_json;

struct Column {
    const char* name;
    double EpochFigures::*value;
};
constexpr std::array<Column, 11> kColumns{{{"rate", &EpochFigures::rate}, {"loss", &EpochFigures::loss},
    {"label_loss", &EpochFigures::labelLoss}, {"teacher_loss", &EpochFigures::teacherLoss},
    {"feature_loss", &EpochFigures::featureLoss}, {"accuracy", &EpochFigures::accuracy},
    {"validation_loss", &EpochFigures::validationLoss}, {"top1", &EpochFigures::top1}, {"top5", &EpochFigures::top5},
    {"images_per_second", &EpochFigures::imagesPerSecond}, {"seconds", &EpochFigures::seconds}}};

}

TrainLog::TrainLog(std::filesystem::path folder, bool fresh) : m_folder(std::move(folder))
{
    std::error_code ignored;
    std::filesystem::create_directories(m_folder, ignored);
    if (!fresh)
        return;
    std::ostringstream header;
    header << "epoch";
    for (const Column& column : kColumns)
        header << ',' << column.name;
    std::ofstream(m_folder / "log.csv", std::ios::trunc) << header.str() << '\n';
    std::ofstream(m_folder / "log.jsonl", std::ios::trunc);
}

void TrainLog::line(const std::string& file, const std::string& text) const
{
    std::ofstream(m_folder / file, std::ios::app) << text << '\n';
}

void TrainLog::begin(const std::string& options)
{
    line("log.jsonl", jsonText(json{{"event", "begin"}, {"options", json::parse(options)}}));
}

void TrainLog::epoch(const EpochFigures& figures)
{
    std::ostringstream row;
    json object{{"event", "epoch"}, {"epoch", figures.epoch}};
    row << figures.epoch;
    row.precision(9);
    for (const Column& column : kColumns) {
        row << ',' << figures.*column.value;
        object[column.name] = figures.*column.value;
    }
    line("log.csv", row.str());
    line("log.jsonl", jsonText(object));
}

void TrainLog::note(const std::string& text)
{
    line("log.jsonl", jsonText(json{{"event", "note"}, {"text", text}}));
}

}
