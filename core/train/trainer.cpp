// core/train/trainer.cpp
#include "core/train/trainer.h"
#include "core/base/guard.h"
#include "core/base/kept_input.h"
#include "core/base/staged_folder.h"
#include "core/model/initialise.h"
#include "core/model/network.h"
#include "core/model/training_noise.h"
#include "core/train/data/epoch_order.h"
#include "core/train/epoch_sums.h"
#include "core/train/optimisation/autocast.h"
#include "core/train/optimisation/objective.h"
#include "core/train/optimisation/placement.h"
#include "core/train/optimisation/rate.h"
#include "core/train/results/model_folder.h"
#include "core/train/results/result_names.h"
#include "core/train/results/run_state.h"
#include <ATen/Parallel.h>
#include <chrono>
#include <cmath>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using at::Tensor;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A part of the data on the device.
struct Loaded {
    Tensor pixels, labels;

    static Loaded from(const PackedPictures& data, const PictureSet& set, at::Device device)
    {
        auto* bytes = const_cast<std::uint8_t*>(set.pixels.data()); // from_blob cannot say const; only read
        auto* labels = const_cast<std::int32_t*>(set.labels.data());
        return {torch::from_blob(bytes, {set.count(), data.size, data.size, 3}, torch::kByte).to(device),
            torch::from_blob(labels, {set.count()}, torch::kInt).to(torch::kLong).to(device)};
    }
};

class Trainer
{
public:
    Trainer(const TrainInput& input, const TrainOptions& options, const RunContext& run, TrainListener& listener)
        : m_input(input), m_options(options), m_run(run), m_listener(listener)
    {
    }

    Result<TrainResult> go();

private:
    Result<void> prepare();
    Result<void> place();
    Result<void> buildNetwork();
    void buildMaps();
    Result<void> resume();
    /// False when the loss is not a number.
    Objective objective() const;
    bool step(const std::vector<std::int64_t>& order);
    bool descend(const StepLoss& loss, double total);
    void tell(double seconds);
    Result<Ended> epoch();
    void closeEpoch();
    Result<void> save();
    Result<void> saveOrNote();
    std::vector<NamedParameter> parameters() const;
    at::TensorOptions weightsOptions() const
    {
        return at::TensorOptions(m_placement.device).dtype(m_placement.weights);
    }

    const TrainInput& m_input;
    TrainOptions m_options;
    const RunContext& m_run;
    TrainListener& m_listener;

    Placement m_placement;
    Loaded m_train, m_validation;
    std::shared_ptr<Network> m_network, m_averaged;
    FeatureMaps m_maps;
    std::unique_ptr<AdamW> m_optimiser;
    std::int64_t m_stepsPerEpoch = 1, m_stepInEpoch = 0;
    int m_epoch = 0;
    double m_lossScale = 1, m_pace = 0;
    bool m_savedOnce = false;
    EpochSums m_sums;
    Clock::time_point m_lastSave = Clock::now();
    std::vector<EpochFigures> m_figures;
    std::vector<int> m_predicted;
};

Result<void> Trainer::place()
{
    const auto placement = placementOf(m_options);
    if (!placement)
        return fail(placement.error());
    m_placement = *placement;
    m_lossScale = m_placement.products == at::kHalf ? 65536 : 1;
    return {};
}

Result<void> Trainer::buildNetwork()
{
    const auto config = configOf(m_options.network, m_input.data.classNames);
    if (!config)
        return fail(config.error());
    auto network = makeNetwork(*config);
    auto averaged = makeNetwork(*config);
    if (!network || !averaged)
        return fail(network ? averaged.error() : network.error());
    m_network = *network;
    m_averaged = *averaged;
    torch::manual_seed(m_options.seed);
    initialise(*m_network);
    if (!m_input.start.empty()) {
        TensorMap tensors;
        for (const auto& [name, tensor] : m_input.start)
            tensors[name] = tensor;
        for (const auto& item : m_network->named_parameters()) // a new head keeps its random start
            tensors.try_emplace(item.key(), item.value());
        if (auto filled = fillNetwork(*m_network, tensors); !filled)
            return filled;
    }
    m_network->to(m_placement.device, m_placement.weights);
    makeTrainable(*m_network);
    m_network->setNoise({m_options.network.dropout, m_options.network.dropPath});
    m_network->train();
    return {};
}

void Trainer::buildMaps()
{
    if (m_input.teacher && m_input.teacher->places.defined() && m_options.distillation.features > 0)
        m_maps = FeatureMaps::make(
            m_options.network.width, static_cast<int>(m_input.teacher->classToken.size(1)), weightsOptions());
}

std::vector<NamedParameter> Trainer::parameters() const
{
    std::vector<NamedParameter> all;
    for (const auto& item : m_network->named_parameters())
        all.push_back({item.key(), item.value()});
    for (auto& parameter : m_maps.parameters())
        all.push_back(std::move(parameter));
    return all;
}

Result<void> Trainer::prepare()
{
    if (auto fine = checkOptions(m_options); !fine)
        return fine;
    if (m_input.data.train.count() == 0)
        return fail(ErrorCode::InvalidOption, "there is no training picture");
    if (auto placed = place(); !placed)
        return placed;
    if (auto network = buildNetwork(); !network)
        return network;
    if (m_input.live && (m_options.distillation.blocks > 0 || m_options.distillation.guidedEpochs > 0))
        if (auto alike = m_input.live->checkBlocks(m_network->config()); !alike)
            return alike;
    buildMaps();
    m_train = Loaded::from(m_input.data, m_input.data.train, m_placement.device);
    m_validation = Loaded::from(m_input.data, m_input.data.validation, m_placement.device);
    m_stepsPerEpoch = std::max<std::int64_t>(1, m_input.data.train.count() / m_options.schedule.batch);
    m_optimiser = std::make_unique<AdamW>(parameters(), m_options.schedule);
    if (m_input.resume)
        if (auto resumed = resume(); !resumed)
            return resumed;
    const auto averaged = m_optimiser->averaged();
    for (auto& item : m_averaged->named_parameters())
        item.value().set_data(averaged.at(item.key())); // shares the memory: always the newest average
    m_averaged->eval();
    return {};
}

Result<void> Trainer::resume()
{
    const auto state = loadState(m_input.output);
    if (!state)
        return fail(state.error());
    m_epoch = state->epoch;
    m_stepInEpoch = state->stepInEpoch;
    m_lossScale = state->lossScale;
    m_sums = EpochSums::from(state->sums);
    m_figures = state->epochs;
    m_savedOnce = true;
    return m_optimiser->restore(state->tensors, state->steps);
}

bool Trainer::descend(const StepLoss& loss, double total)
{
    if (!std::isfinite(total))
        return false;
    (loss.total * m_lossScale).backward();
    const double rate = learningRate(m_options.schedule, m_epoch * m_stepsPerEpoch + m_stepInEpoch, m_stepsPerEpoch);
    if (std::isfinite(m_optimiser->step(rate, m_lossScale)))
        return true;
    m_optimiser->dropGradients();
    m_lossScale /= 2;
    return m_placement.products == at::kHalf
        && m_lossScale >= 1; // fp16 overflowed: a smaller scale, and on with the next batch
}

Objective Trainer::objective() const
{
    const double epochs = m_epoch + static_cast<double>(m_stepInEpoch) / static_cast<double>(m_stepsPerEpoch);
    const bool guided = m_epoch < m_options.distillation.guidedEpochs;
    return {*m_network, m_maps, m_input.teacher, m_input.live, m_options, m_input.data.classes(),
        m_input.live ? blockWeight(m_options, epochs) : 0.0, m_input.live && guided};
}

bool Trainer::step(const std::vector<std::int64_t>& order)
{
    const auto start = Clock::now();
    const auto batchSize = static_cast<std::size_t>(m_options.schedule.batch);
    const auto first = static_cast<std::size_t>(m_stepInEpoch) * batchSize;
    const std::span<const std::int64_t> picks(order.data() + first, std::min(batchSize, order.size() - first));
    Random random(m_options.seed, static_cast<std::uint64_t>(m_epoch), first, 3);
    torch::manual_seed(random.next());
    const auto batch = augment(m_train.pixels, m_train.labels, picks, m_options.network.imageSize,
        m_options.augmentation, m_options.seed, m_epoch, static_cast<std::int64_t>(first));
    StepLoss loss;
    {
        const bool mixed = m_placement.weights == at::kFloat;
        const Autocast half(m_placement.device.type(), mixed ? m_placement.products : at::kFloat);
        loss = objective().evaluate(batch, random);
    }
    const auto total = loss.total.item<double>();
    if (!descend(loss, total))
        return false;
    ++m_stepInEpoch;
    const double seconds = since(start);
    m_sums.add(loss, total, static_cast<double>(picks.size()), seconds);
    tell(seconds);
    return true;
}

void Trainer::tell(double seconds)
{
    const double now = m_options.schedule.batch / seconds;
    m_pace = m_pace == 0 ? now : 0.9 * m_pace + 0.1 * now;
    const double left = static_cast<double>((m_options.schedule.epochs - m_epoch) * m_stepsPerEpoch - m_stepInEpoch);
    m_listener.onStep({m_epoch, m_options.schedule.epochs, m_stepInEpoch, m_stepsPerEpoch, m_sums.meanLoss(),
        m_sums.meanAccuracy(), m_pace, left * m_options.schedule.batch / m_pace});
}

void Trainer::closeEpoch()
{
    EpochFigures figures = m_sums.figures();
    figures.epoch = m_epoch + 1;
    figures.rate = learningRate(m_options.schedule, (m_epoch + 1) * m_stepsPerEpoch - 1, m_stepsPerEpoch);
    if (m_validation.pixels.size(0) > 0) {
        const auto measured = measure(
            *m_averaged, m_validation.pixels, m_validation.labels, m_options.network.imageSize, m_placement.products);
        figures.top1 = measured.top1;
        figures.top5 = measured.top5;
        figures.validationLoss = measured.loss;
        m_predicted = measured.predicted;
    }
    m_figures.push_back(figures);
    m_sums = {};
    m_stepInEpoch = 0;
    ++m_epoch;
    m_listener.onEpoch(figures);
}

Result<void> Trainer::save()
{
    RunState state{m_epoch, m_stepInEpoch, m_optimiser->steps(), m_lossScale, m_sums.list(), m_options, m_figures,
        m_optimiser->state()};
    if (auto saved = saveState(m_input.output, state); !saved)
        return saved;
    NamedTensors weights;
    for (const auto& item : m_averaged->named_parameters())
        weights[item.key()] = item.value();
    m_lastSave = Clock::now();
    return writeModelFolder(m_input.output,
        {m_averaged->config(), std::move(weights), m_options, m_figures, m_input.data, m_input.provenance, m_predicted,
            m_input.fineTuned});
}

/// The first checkpoint must succeed; later a full disk is only told, since the old checkpoint is whole.
Result<void> Trainer::saveOrNote()
{
    const auto saved = save();
    if (saved)
        m_listener.onCheckpoint(statePath(m_input.output));
    else if (m_savedOnce)
        m_listener.onNote("the checkpoint was not written (" + saved.error().message + "); the one before is whole");
    else
        return saved;
    m_savedOnce = true;
    m_lastSave = Clock::now();
    return {};
}

Result<Ended> Trainer::epoch()
{
    const auto order = epochOrder(m_input.data.train.count(), m_epoch, m_options);
    while (m_stepInEpoch < m_stepsPerEpoch) {
        if (m_run.cancel.requested()) {
            const auto saved = save();
            return saved ? Result<Ended>(Ended::Interrupted) : Result<Ended>(fail(saved.error()));
        }
        if (!step(order))
            return Ended::Diverged;
        if (since(m_lastSave) > 60 * m_options.checkpointMinutes)
            if (auto saved = saveOrNote(); !saved)
                return fail(saved.error());
    }
    closeEpoch();
    const bool last = m_epoch == m_options.schedule.epochs;
    if (last || m_epoch % m_options.checkpointEvery == 0)
        if (auto saved = saveOrNote(); !saved)
            return fail(saved.error());
    return Ended::Finished;
}

Result<TrainResult> Trainer::go()
{
    const auto made = MadeFolders::upTo(m_input.output);
    if (!made)
        return fail(made.error());
    for (const auto& name : trainingResults())
        if (auto free = m_input.resume ? Result<void>{} : checkNotInput(m_input.output / name); !free)
            return fail(free.error());
    if (auto ready = prepare(); !ready)
        return fail(ready.error());
    Ended ended = Ended::Finished;
    while (m_epoch < m_options.schedule.epochs && ended == Ended::Finished) {
        const auto result = epoch();
        if (!result)
            return fail(result.error());
        ended = *result;
    }
    return TrainResult{ended, m_figures, statePath(m_input.output)};
}

}

Result<TrainResult> train(
    const TrainInput& input, const TrainOptions& options, const RunContext& run, TrainListener& listener)
{
    return guarded(
        "training", [&] { return Trainer(input, options, run, listener).go(); }, {.ofMemory = "use a smaller --batch"});
}

}
