// core/engine/film.cpp: asks for each layer's map, draws it, hands the frame on.
#include "core/engine/film.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include "core/image/write_picture.h"
#include <cstdio>
#include <filesystem>
#include <functional>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

namespace patchlight {
namespace {

namespace fs = std::filesystem;

constexpr double kFramesPerSecond = 10;
constexpr int kFramesPerLayer = 5;

ExplainRequest atLayer(ExplainRequest question, LayerIndex layer)
{
    question.layer = layer;
    question.endLayer = layer;
    if (question.startLayer && layer < *question.startLayer)
        question.startLayer = layer;
    return question;
}

using Take = std::function<Result<void>(int layer, const Image& frame)>;

Result<void> throughLayers(const Analysis& analysis, const ExplainRequest& question, const ExportRequest& request,
    const RunContext& run, const Take& take)
{
    const int layers = analysis.record.layerCount();
    for (int layer = 0; layer < layers; ++layer) {
        run.step("layers", layer, layers);
        if (run.cancel.requested())
            return cancelled();
        const auto map = explainFromRecord(analysis.record, atLayer(question, LayerIndex {layer}), run);
        if (!map)
            return fail(map.error());
        const auto frame = exportImage(analysis, *map, request);
        if (!frame)
            return fail(frame.error());
        if (const auto taken = take(layer, *frame); !taken)
            return taken;
    }
    run.step("layers", layers, layers);
    return {};
}

cv::Mat evenBgr(const Image& frame)
{
    const cv::Mat rgb(frame.height(), frame.width(), CV_8UC3, const_cast<std::uint8_t*>(frame.data()));
    cv::Mat bgr;
    cv::cvtColor(rgb(cv::Rect(0, 0, frame.width() & ~1, frame.height() & ~1)), bgr, cv::COLOR_RGB2BGR);
    return bgr;
}

Result<void> writeFilm(const fs::path& path, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run)
{
    // Written beside its place and moved there when it is whole.
    fs::path part = path;
    part.replace_filename("." + path.stem().string() + ".part.mp4");
    cv::VideoWriter writer;
    const auto failed = [&path](const char* why) {
        return fail(ErrorCode::WriteFailed, path.string() + ": the film cannot be written: " + why);
    };
    auto done = throughLayers(analysis, question, request, run, [&](int, const Image& frame) -> Result<void> {
        const cv::Mat bgr = evenBgr(frame);
        if (!writer.isOpened()
            && !writer.open(part.string(), cv::VideoWriter::fourcc('m', 'p', '4', 'v'), kFramesPerSecond, bgr.size()))
            return failed("no encoder or no permission; choose the numbered pictures instead, or another folder.");
        for (int i = 0; i < kFramesPerLayer; ++i)
            writer.write(bgr);
        return {};
    });
    writer.release();
    std::error_code problem;
    if (done)
        fs::rename(part, path, problem);
    if (done && problem)
        done = failed(problem.message().c_str());
    if (!done)
        fs::remove(part, problem);
    return done;
}

Result<void> writeFrames(const fs::path& folder, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::WriteFailed, folder.string() + ": the folder cannot be made: " + problem.message()
                + "; choose another one.");
    return throughLayers(analysis, question, request, run, [&](int layer, const Image& frame) {
        char name[32];
        std::snprintf(name, sizeof name, "layer_%02d.png", layer);
        return writePng(folder / name, frame);
    });
}

}

Result<void> exportFilm(const std::filesystem::path& path, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run)
{
    if (methodInfo(question.method).network)
        return fail(ErrorCode::Unsupported, "A film goes through the layers of raw attention or rollout; "
                + std::string(methodInfo(question.method).label) + " has to run the network for each.");
    if (path.extension() == ".mp4")
        return writeFilm(path, analysis, question, request, run);
    return writeFrames(path, analysis, question, request, run);
}

}
