// core/train/distillation/live_teacher.cpp
#include "core/train/distillation/live_teacher.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/network.h"
#include "core/train/options.h"
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight
{
namespace
{

using at::Tensor;

/// From the statistics that the student's input is normalised by to the teacher's own.
Tensor renormalised(const Tensor& x, const PreprocessProfile& profile)
{
    if (profile.mean == kMean && profile.std == kStd)
        return x;
    const auto constant = [&](auto value) {
        return torch::tensor({value(0), value(1), value(2)}).to(x.device()).view({1, 3, 1, 1});
    };
    const auto scale = constant([&](int c) { return kStd[c] / profile.std[c]; });
    const auto shift = constant([&](int c) { return (kMean[c] - profile.mean[c]) / profile.std[c]; });
    return x * scale + shift;
}

}

Result<LiveTeacher> LiveTeacher::open(const TeacherOptions& options, const RunContext& run)
{
    auto network = openTeacherNetwork(options, run);
    if (!network)
        return fail(network.error());
    if ((*network)->config().family != Family::Vit)
        return fail(ErrorCode::Unsupported, "only a ViT can be a live teacher; leave --live out");
    auto placed = copyOf(**network, at::TensorOptions(options.device).dtype(options.precision));
    if (!placed)
        return fail(placed.error());
    const std::vector<std::int64_t> classes(options.classes.begin(), options.classes.end());
    return LiveTeacher(*placed, torch::tensor(classes).to(options.device));
}

TeacherView LiveTeacher::watch(const Tensor& input, GridSize grid) const
{
    const torch::NoGradGuard quiet;
    const int patch = m_network->config().patch.value;
    const std::vector<std::int64_t> size{grid.rows * patch, grid.columns * patch};
    auto x = renormalised(input, m_network->config().profile.value);
    if (x.size(2) != size[0] || x.size(3) != size[1])
        x = at::upsample_bicubic2d(x, size, /*align_corners=*/false);
    x = m_network->embed(x.to(m_network->parameters().front().scalar_type()));
    TeacherView view{{}, {x}};
    for (int layer = 0; layer < m_network->blockCount(); ++layer) {
        x = m_network->block(LayerIndex{layer}, x, nullptr);
        view.tokens.push_back(x);
    }
    view.logits = m_network->finish(x).logits.to(torch::kFloat).index_select(1, m_classes);
    return view;
}

Result<void> LiveTeacher::checkBlocks(const ModelConfig& student) const
{
    const ModelConfig& own = m_network->config();
    const auto check = [&](const char* what, int mine, int its) -> Result<void> {
        if (mine == its)
            return {};
        return fail(ErrorCode::Mismatch,
            std::string("--blocks and --guided-epochs need a student like the teacher, but the teacher has ")
                + std::to_string(mine) + " " + what + " and the student " + std::to_string(its));
    };
    for (const auto& checked : {check("channels", own.width.value, student.width.value),
             check("blocks", own.blockCount(), student.blockCount()),
             check("tokens before the patches",
                 TokenLayout{own.classToken, own.distillationToken, own.registers, {}}.prefix(),
                 TokenLayout{student.classToken, student.distillationToken, student.registers, {}}.prefix())})
        if (!checked)
            return checked;
    return {};
}

}
