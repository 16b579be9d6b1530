// core/explain/methods.h: the table of methods: names for scripts, where they stand, what each needs and reads, how it
// is answered, where it comes from. A new method is a row here and the function that answers it.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/parameters.h"
#include "core/explain/request.h"
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace patchlight
{
class AttentionRecord;
struct NetworkTask;

/// What a method must be given, and so what the window shows and what it costs.
enum class Needs {
    OneLayer,
    AllLayers,
    Class,
    Nothing, ///< a baseline
    Weights, ///< what was learned, whatever the picture
};

/// What a map's values are.
enum class ValueMeaning : std::uint8_t {
    Shares, ///< of the attention: what was followed to each kind of token adds up to one
    ScaledAttention, ///< attention whose columns were scaled: it adds up to nothing
    WeighedAttention, ///< attention times what it does to the target
    WeighedRelevance, ///< relevance of the attention times what it does to the target
    Capacity, ///< the most attention that could pass
    Evidence, ///< how much a patch moves the target
    Sensitivity, ///< how much a change of a patch moves the target, whichever way
    Activity, ///< what stands out in a layer
    Features, ///< what patches are like
    Baseline, ///< nothing of the network
};

/// Where the window lists a method.
enum class MethodGroup { Main, More, Baseline, Features };

/// Answers from Q and K alone, on any thread.
using RecordAnswer = Result<Explanation> (*)(const AttentionRecord&, const ExplainRequest&, const RunContext&);
/// Answers by running the network again, on the thread that may use torch.
using NetworkAnswer = Result<Explanation> (*)(const NetworkTask&);

struct MethodInfo {
    Method method;
    std::string_view name; ///< on the command line: "rollout"
    std::string_view label; ///< in the window: "Rollout"
    MethodGroup group = MethodGroup::More;
    int key = 0; ///< 1 to 9: the number that chooses it in the window; 0: none
    Needs needs = Needs::Class;
    bool onSwin = true; ///< false: refused there
    bool needsAttention = false; ///< refused where there are convolutions alone
    ValueMeaning values = ValueMeaning::Evidence;
    bool layerIsOptional = false; ///< it answers at the picture unless a layer is given
    bool forwardOnly = false; ///< of those that run the network: without a graph, so without the memory that one takes
    bool isPicture = false; ///< its map is colours without a scale
    bool bothSigns = false; ///< its map is signed: for the target and against it in one
    RecordAnswer record = nullptr; ///< either this one
    NetworkAnswer network = nullptr; ///< or this one
    Parameters reads; ///< all else in a request is ignored; notes, panels and provenance go by this
    std::string_view source; ///< paper and section, or repository for published variants
    std::string_view reading; ///< one line: how to read the map
    std::string_view misleads; ///< one line: what would be read wrongly
};

/// In the order in which the window lists them.
std::span<const MethodInfo> methods();
std::vector<Method> methodsOf(MethodGroup group);
const MethodInfo& methodInfo(Method);
std::optional<Method> methodByName(std::string_view name);
/// What lowers the target has a map of its own: not of sizes, which are the same either way.
bool tellsRaisingFromLowering(const MethodInfo& method);
/// Errors: Unsupported, saying what to ask instead of a network that has no attention.
Result<void> checkAttends(Method method, bool attends);
/// Errors: Unsupported where no patch of the map comes before another: nothing that goes by their order says anything.
Result<void> checkHasOrder(Method method);

}
