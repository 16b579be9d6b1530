// core/explain/gradients/class_target.cpp
#include "core/explain/gradients/class_target.h"
#include <ATen/ATen.h>

namespace patchlight
{
namespace
{

Result<void> checkClass(std::int64_t classes, ClassIndex index)
{
    if (index.value >= 0 && index.value < classes)
        return {};
    return fail(ErrorCode::InvalidOption,
        "There is no class " + std::to_string(index.value) + ": classes are 0 to " + std::to_string(classes - 1) + ".");
}

}

Result<void> resolveTarget(const at::Tensor& logits, ExplainRequest& request)
{
    if (!logits.defined())
        return fail(ErrorCode::Unsupported,
            "This network has no classification head, so there is no class to explain; use attention or rollout.");
    const auto classes = logits.size(1);
    if (!request.target)
        request.target = ClassIndex{static_cast<int>(logits[0].argmax().item<std::int64_t>())};
    if (const auto valid = checkClass(classes, *request.target); !valid)
        return valid;
    if (!request.contrast)
        return {};
    if (request.contrast == request.target)
        return fail(ErrorCode::InvalidOption, "A class cannot be contrasted with itself; choose another one.");
    return checkClass(classes, *request.contrast);
}

at::Tensor targetLogit(const at::Tensor& logits, const ExplainRequest& request)
{
    const auto logit = logits.select(1, request.target->value);
    const auto wanted = request.contrast ? logit - logits.select(1, request.contrast->value) : logit;
    return request.lowers ? -wanted : wanted;
}

}
