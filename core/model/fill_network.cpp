// core/model/fill_network.cpp: a checkpoint's tensors become the network's parameters, each accounted for.
#include "core/base/mapped_file.h"
#include "core/base/message_parts.h"
#include "core/model/network.h"
#include <bit>
#include <span>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// "3 are missing ('a', 'b', 'c')" with the first ten names.
void list(std::string& message, const char* what, const std::vector<std::string>& names)
{
    if (!names.empty())
        message += (message.empty() ? "" : ", and ") + std::to_string(names.size()) + (names.size() == 1 ? " is " : " are ")
            + what + " (" + firstTen(names) + ")";
}

Result<void> checkNames(const torch::OrderedDict<std::string, at::Tensor>& parameters, const TensorMap& tensors)
{
    std::vector<std::string> missing, misshapen, leftOver;
    for (const auto& parameter : parameters) {
        const auto found = tensors.find(parameter.key());
        if (found == tensors.end())
            missing.push_back(inQuotes(parameter.key()));
        else if (found->second.sizes() != parameter.value().sizes())
            misshapen.push_back(inQuotes(parameter.key()) + " is " + shapeText(found->second.sizes()) + " instead of "
                + shapeText(parameter.value().sizes()));
    }
    for (const auto& [name, tensor] : tensors)
        if (!parameters.contains(name))
            leftOver.push_back(inQuotes(name));
    std::string message;
    list(message, "missing", missing);
    list(message, "misshapen", misshapen);
    list(message, "left over", leftOver);
    if (!message.empty())
        return fail(ErrorCode::Mismatch, "of the tensors that make this network " + message + "; get the file again, or the config.json that belongs to it");
    return {};
}

/// All exponent bits set = infinite or not a number; as integers, so that the loop is vectorised.
bool allFinite(const at::Tensor& tensor)
{
    constexpr std::uint32_t kSign = 0x80000000U, kInfinite = 0x7f800000U;
    const float* values = tensor.data_ptr<float>();
    std::uint32_t highest = 0;
    for (std::int64_t i = 0; i < tensor.numel(); ++i)
        highest = std::max(highest, std::bit_cast<std::uint32_t>(values[i]) & ~kSign);
    return highest < kInfinite;
}

std::span<const std::byte> bytesOf(const at::Tensor& tensor)
{
    return {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()};
}

}

Result<void> fillNetwork(Network& network, TensorMap tensors)
{
    const torch::NoGradGuard noGradients;
    auto parameters = network.named_parameters();
    if (const auto fits = checkNames(parameters, tensors); !fits)
        return fail(fits.error());
    for (auto& parameter : parameters) {
        const auto found = tensors.extract(parameter.key());
        if (!found.mapped().is_floating_point())
            return fail(
                ErrorCode::Malformed, "tensor " + inQuotes(parameter.key()) + " does not hold floating-point values");
        auto values = found.mapped().to(at::kFloat).contiguous();
        const bool finite = allFinite(values);
        releaseMapped(bytesOf(values)); // so that a second copy of the weights is never in memory whole
        if (!finite)
            return fail(ErrorCode::Malformed,
                "tensor " + inQuotes(parameter.key())
                    + " holds values that are infinite or not a number; the file is damaged");
        parameter.value().set_data(values);
    }
    return {};
}

}
