// core/train/distillation/teacher.cpp
#include "core/train/distillation/teacher.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/network.h"
#include "core/train/optimisation/autocast.h"
#include "core/train/results/tensor_file.h"
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight
{
namespace
{

using at::Tensor;

struct Answers {
    Tensor logits, classToken, places;
};

class Teacher
{
public:
    Teacher(std::shared_ptr<Network> network, const TeacherOptions& options)
        : m_network(std::move(network)), m_options(options),
          m_classes(torch::tensor(std::vector<std::int64_t>(options.classes.begin(), options.classes.end())))
    {
        m_network->to(options.device);
        m_classes = m_classes.to(options.device);
    }

    Result<Answers> answer(const Tensor& bytes, const RunContext& run) const
    {
        const auto input = prepared(bytes.to(m_options.device));
        auto out = forward(input, run);
        if (!out)
            return fail(out.error());
        Answers answers;
        answers.logits = out->logits.to(torch::kFloat).index_select(1, m_classes);
        if (m_options.features)
            fillFeatures(answers, out->tokens, input);
        else if (auto mirrored = forward(input.flip(3), run); mirrored)
            answers.logits = (answers.logits + mirrored->logits.to(torch::kFloat).index_select(1, m_classes)) / 2;
        return answers;
    }

private:
    Result<ForwardOutput> forward(const Tensor& input, const RunContext& run) const
    {
        const Autocast half(m_options.device.type(), m_options.precision);
        return m_network->forward(input, nullptr, {run.cancel, {}});
    }

    Tensor prepared(const Tensor& bytes) const
    {
        const PreprocessProfile& profile = m_network->config().profile.value;
        const auto constant = [&](const std::array<float, 3>& v) {
            return torch::tensor({v[0], v[1], v[2]}).to(bytes.device()).view({1, 3, 1, 1});
        };
        const auto planes = bytes.permute({0, 3, 1, 2}).to(torch::kFloat).div(255);
        const auto resized = at::_upsample_bicubic2d_aa(planes, {profile.crop.rows, profile.crop.columns}, false);
        return (resized.clamp(0, 1) - constant(profile.mean)) / constant(profile.std);
    }

    void fillFeatures(Answers& answers, const Tensor& tokens, const Tensor& input) const
    {
        const auto layout = m_network->tokenLayout({static_cast<int>(input.size(2)), static_cast<int>(input.size(3))});
        const auto half = tokens.to(torch::kBFloat16);
        answers.classToken = half.select(1, 0);
        answers.places = half.slice(1, layout.prefix()).unflatten(1, {layout.grid.rows, layout.grid.columns});
    }

    std::shared_ptr<Network> m_network;
    TeacherOptions m_options;
    Tensor m_classes;
};

}

Result<std::shared_ptr<Network>> openTeacherNetwork(const TeacherOptions& options, const RunContext& run)
{
    auto checkpoint = openCheckpoint(options.path, {}, run);
    if (!checkpoint)
        return fail(checkpoint.error());
    auto network = makeNetwork(checkpoint->config);
    if (!network)
        return fail(network.error());
    if (auto filled = fillNetwork(**network, std::move(checkpoint->tensors)); !filled)
        return fail(filled.error());
    for (const int number : options.classes)
        if (number < 0 || number >= checkpoint->config.classes.value)
            return fail(ErrorCode::Mismatch,
                "the teacher " + options.path.string() + " has " + std::to_string(checkpoint->config.classes.value)
                    + " classes; there is no class " + std::to_string(number) + " among them");
    return *network;
}

namespace
{

Result<Teacher> openTeacher(const TeacherOptions& options, const RunContext& run)
{
    const auto network = openTeacherNetwork(options, run);
    if (!network)
        return fail(network.error());
    if (options.features && (*network)->config().family != Family::Vit)
        return fail(ErrorCode::Unsupported, "features can be learned from a ViT teacher only; leave --features out");
    return Teacher(*network, options);
}

void place(Tensor& target, const Tensor& part, std::int64_t first, std::int64_t total)
{
    if (!part.defined())
        return;
    if (!target.defined()) {
        auto shape = part.sizes().vec();
        shape[0] = total;
        target = torch::empty(shape, part.options().device(torch::kCPU));
    }
    target.narrow(0, first, part.size(0)).copy_(part);
}

}

Tensor TeacherMemory::placesAt(const Tensor& indices, const Tensor& maps, int side) const
{
    const auto chosen = places.index_select(0, indices).to(maps.device(), torch::kFloat).permute({0, 3, 1, 2});
    const auto grid = torch::affine_grid_generator(maps, {chosen.size(0), chosen.size(1), side, side}, false);
    return at::grid_sampler(chosen, grid, /*bilinear*/ 0, /*border*/ 1, /*align_corners=*/false);
}

Result<TeacherMemory> askTeacher(const TeacherOptions& options, const PackedPictures& data, const RunContext& run)
{
    const torch::NoGradGuard quiet;
    const auto teacher = openTeacher(options, run);
    if (!teacher)
        return fail(teacher.error());
    const std::int64_t count = data.train.count();
    auto* bytes = const_cast<std::uint8_t*>(data.train.pixels.data()); // from_blob cannot say const; only read here
    const auto pixels = torch::from_blob(bytes, {count, data.size, data.size, 3}, torch::kByte);
    TeacherMemory memory;
    for (std::int64_t first = 0; first < count; first += options.batch) {
        if (run.cancel.requested())
            return cancelled();
        const auto part = pixels.narrow(0, first, std::min<std::int64_t>(options.batch, count - first));
        const auto answers = teacher->answer(part, run);
        if (!answers)
            return fail(answers.error());
        place(memory.logits, answers->logits, first, count);
        place(memory.classToken, answers->classToken, first, count);
        place(memory.places, answers->places, first, count);
        run.step("teacher", static_cast<int>(first + part.size(0)), static_cast<int>(count));
    }
    return memory;
}

Result<void> saveTeacher(const std::filesystem::path& path, const TeacherMemory& memory, const std::string& fingerprint)
{
    NamedTensors tensors{{"logits", memory.logits}};
    if (memory.places.defined()) {
        tensors["class_token"] = memory.classToken;
        tensors["places"] = memory.places;
    }
    return writeTensors(path, tensors, Storage::AsIs, {{"fingerprint", fingerprint}});
}

Result<TeacherMemory> loadTeacher(const std::filesystem::path& path, const std::string& fingerprint)
{
    const auto file = readTensors(path);
    if (!file)
        return fail(file.error());
    const auto tensor = [&](const char* name) {
        const auto found = file->tensors.find(name);
        return found == file->tensors.end() ? Tensor() : found->second;
    };
    const auto metadata = file->metadata.find("fingerprint");
    if (metadata == file->metadata.end() || metadata->second != fingerprint || !tensor("logits").defined())
        return fail(ErrorCode::Mismatch,
            path.string() + " holds another teacher's answers or those to other pictures; remove it to ask again");
    return TeacherMemory{tensor("logits"), tensor("class_token"), tensor("places")};
}

}
