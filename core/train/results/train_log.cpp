// core/train/results/train_log.cpp
#include "core/train/results/train_log.h"
#include "core/base/json_text.h"
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

namespace patchlight
{
namespace
{

using OrderedJson = nlohmann::ordered_json;

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

TrainLog::TrainLog(std::filesystem::path folder, bool fresh) : m_folder(std::move(folder)), m_fresh(fresh) { }

void TrainLog::keep()
{
    if (std::exchange(m_kept, true))
        return;
    std::error_code ignored;
    std::filesystem::create_directories(m_folder, ignored);
    if (m_fresh) {
        std::string header = "epoch";
        for (const Column& column : kColumns)
            header += std::string(",") + column.name;
        std::ofstream(m_folder / "log.csv", std::ios::trunc) << header << '\n';
        std::ofstream(m_folder / "log.jsonl", std::ios::trunc);
    }
    append("log.jsonl", m_waiting);
    m_waiting.clear();
}

void TrainLog::event(const std::string& text)
{
    if (m_kept)
        append("log.jsonl", text + "\n");
    else
        m_waiting += text + "\n";
}

void TrainLog::append(const char* file, const std::string& text) const
{
    std::ofstream(m_folder / file, std::ios::app) << text;
}

void TrainLog::begin(const std::string& options)
{
    event(jsonText(OrderedJson{{"event", "begin"}, {"options", OrderedJson::parse(options)}}));
}

void TrainLog::epoch(const EpochFigures& figures)
{
    std::ostringstream row;
    OrderedJson object{{"event", "epoch"}, {"epoch", figures.epoch}};
    row << figures.epoch;
    row.precision(9);
    for (const Column& column : kColumns) {
        row << ',' << figures.*column.value;
        object[column.name] = figures.*column.value;
    }
    keep();
    append("log.csv", row.str() + "\n");
    event(jsonText(object));
}

void TrainLog::note(const std::string& text)
{
    event(jsonText(OrderedJson{{"event", "note"}, {"text", text}}));
}

}
