#include "core/explain/from_network.h"
#include "core/explain/methods.h"
#include "core/model/initialise.h"
#include "core/model/network.h"
#include "core/record/attention_recorder.h"
#include "report.h"
#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <torch/cuda.h>
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight::gpu
{
namespace
{

using json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

struct Net {
    const char* name;
    int width, depth, heads, patch, side;
};
constexpr Net kNets[] = {{"B/16 at 224", 768, 12, 12, 16, 224}, {"L/16 at 224", 1024, 24, 16, 16, 224},
    {"H/14 at 518", 1280, 32, 16, 14, 518}};
constexpr Net kQuick{"tiny", 64, 2, 2, 16, 64};

std::shared_ptr<Network> networkOf(const Net& net, const std::string& device, at::ScalarType type)
{
    ModelConfig config;
    config.imageSize.value = {net.side, net.side};
    config.patch.value = net.patch;
    config.positionGrid = {net.side / net.patch, net.side / net.patch};
    config.width.value = net.width;
    config.depths.value = {net.depth};
    config.heads.value = {net.heads};
    config.mlpWidth.value = 4 * net.width;
    config.classes.value = 1000;
    config.normEps.value = 1e-6;
    auto network = *makeNetwork(config);
    network->to(at::Device(device)); // drawn there: a processor takes seconds for 600 million values
    initialise(*network);
    network->to(type);
    return network;
}

double milliseconds(const std::string& device, double seconds, const std::function<void()>& run)
{
    const auto wait = [&] {
        if (device != "cpu")
            torch::cuda::synchronize();
    };
    const int warm = seconds > 0 ? 3 : 1;
    for (int i = 0; i < warm; ++i)
        run();
    wait();
    std::vector<double> times;
    double total = 0;
    while (times.empty() || total < seconds || (seconds > 0 && times.size() < 5)) {
        const auto start = Clock::now();
        run();
        wait();
        times.push_back(std::chrono::duration<double>(Clock::now() - start).count());
        total += times.back();
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return 1000 * times[times.size() / 2];
}

json timed(const Net& net, const std::string& device, at::ScalarType type, Network& network, int batch, double seconds)
{
    const GridSize size{net.side, net.side};
    const auto input = torch::randn({batch, 3, net.side, net.side}).to(at::Device(device), type);
    const auto layout = network.tokenLayout(size);
    const auto layers = network.attentionLayout(size);
    const auto off = [&] { network.forward(input, nullptr, {}); };
    const auto on = [&] {
        AttentionRecorder recorder(layout, layers, nullptr, RecordPrecision::Half);
        network.forward(input, &recorder, {});
    };
    const double recordingOff = milliseconds(device, seconds, off), recordingOn = milliseconds(device, seconds, on);
    const double kept = milliseconds(device, seconds, [&] {
        AttentionRecorder recorder(layout, layers, nullptr, RecordPrecision::Half);
        network.forward(input, &recorder, {});
        recorder.take();
    });
    return {{"net", net.name}, {"precision", type == at::kFloat ? "fp32" : "bf16"}, {"batch", batch},
        {"ms", recordingOff}, {"recording_ms", recordingOn}, {"recording_and_copied_ms", kept}};
}

}

json times(const std::string& device, bool quick)
{
    const torch::NoGradGuard none;
    json rows = json::array();
    const auto one = [&](const Net& net, double seconds) {
        for (const auto type : {at::kFloat, at::kBFloat16}) {
            const auto network = networkOf(net, device, type);
            for (const int batch : {1, 32}) {
                rows.push_back(timed(net, device, type, *network, batch, seconds));
                std::cout << rows.back().dump() << std::endl;
            }
        }
    };
    if (quick)
        one(kQuick, 0);
    else
        for (const Net& net : kNets)
            one(net, 0.25);
    return rows;
}

json methodTimes(const std::string& device, bool quick)
{
    const Net& net = quick ? kQuick : kNets[0];
    const double seconds = quick ? 0 : 0.25;
    const auto network = networkOf(net, device, at::kFloat);
    const auto input = torch::randn({1, 3, net.side, net.side}).to(at::Device(device));
    json rows = json::array();
    const auto tell = [&](std::string_view name, double ms) {
        rows.push_back({{"method", name}, {"ms", ms}});
        std::cout << rows.back().dump() << std::endl;
    };
    tell("forward", milliseconds(device, seconds, [&] {
        const torch::NoGradGuard none;
        network->forward(input, nullptr, {});
    }));
    for (const MethodInfo& method : methods()) {
        if (!method.network)
            continue;
        ExplainRequest request;
        request.method = method.method;
        request.target = ClassIndex{1};
        tell(method.name, milliseconds(device, method.method == Method::Occlusion ? 0 : seconds, [&] {
            explainFromNetwork(*network, input, nullptr, request);
        }));
    }
    return rows;
}

}
