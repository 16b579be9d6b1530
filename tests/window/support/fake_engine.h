// tests/window/support/fake_engine.h: an engine of a few microseconds, with gates that hold an answer back.
#pragma once
#include "ui/adapter/analysis_engine.h"
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace patchlight
{

/// Shared by the test and the fake engine on the worker thread.
class FakeControl
{
public:
    std::atomic<int> loads = 0, analyses = 0, interventions = 0, explanations = 0, lenses = 0, filters = 0, tests = 0,
                     cancelled = 0;
    std::atomic<int> testedCells = 0; ///< of the map whose curves were asked last
    std::atomic<int> milliseconds = 0; ///< that every call takes
    std::atomic<int> enlarged = 1; ///< the sides of pictures, times 64 × 48
    std::atomic<float> blurred = 0; ///< where insertion starts, as a share of where it ends
    std::atomic<Outputs> outputs = Outputs::Classes; ///< of the models that are loaded next
    std::atomic<bool> alive = false; ///< an engine exists
    std::atomic<bool> throws = false; ///< the next call runs out of memory

    /// While closed, every call waits at its start until it is released or cancelled.
    void close();
    void open();
    /// Lets one call through a closed gate.
    void step();
    /// Worker thread: waits at the gate; what the call is to answer instead: Cancelled, or what failWith() said.
    std::optional<Error> refusal(const RunContext& run);
    void failWith(Error error);
    /// How the next pictures were read.
    void setNotes(std::vector<std::string> notes) { m_notes = std::move(notes); }
    const std::vector<std::string>& notes() const { return m_notes; }
    /// Of the predictions of the next pictures; empty: a cat, a dog and a cow.
    std::vector<std::string> classNames;
    /// By name; they hold no picture.
    std::set<std::string> brokenFiles;
    /// What was asked to be loaded last.
    void tellSource(const ModelSource& source);
    ModelSource source();

private:
    bool pass(const RunContext& run);
    std::optional<Error> failure();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_closed = false;
    int m_steps = 0; ///< calls that may pass though it is closed
    std::optional<Error> m_failure;
    std::vector<std::string> m_notes;
    ModelSource m_source;
};

EngineFactory fakeEngine(const std::shared_ptr<FakeControl>& control);
/// As the real one: a processor that does bf16, too, and no CUDA.
std::vector<DeviceInfo> fakeDevices();
/// 4 layers × 3 heads on 3 × 4 patches of a 64 × 48 picture, three classes.
AnalysisPtr fakeAnalysis(const std::string& name, const ModelInfoPtr& model);
ModelInfoPtr fakeModel(const std::string& title);

}
