// core/checkpoint/layouts/apply.cpp
#include "core/checkpoint/layouts/apply.h"
#include "core/base/limits.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/layouts/leftovers.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include "core/checkpoint/tensor_view.h"
#include <ATen/Functions.h>
#include <algorithm>
#include <cmath>
#include <set>

namespace patchlight
{
namespace
{

constexpr int kAnyRank = -1;

int rankNeeded(Change change)
{
    switch (change) {
    case Change::Transpose:
    case Change::HeadsInBias:
        return 2;
    case Change::HeadsInKernel:
    case Change::HeadsOutKernel:
        return 3;
    case Change::KernelHwio:
        return 4;
    default:
        return kAnyRank;
    }
}

at::Tensor patchKernel(const at::Tensor& kernel)
{
    if (kernel.dim() != 2)
        return kernel;
    const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(kernel.size(1)) / 3)));
    return 3 * side * side == kernel.size(1) ? kernel.reshape({kernel.size(0), 3, side, side}) : kernel;
}

/// Patches flattened as (row, column, channel).
at::Tensor patchRows(const at::Tensor& rows)
{
    const auto pixels = rows.size(-1);
    for (const std::int64_t channels : {3, 1, 4}) {
        const auto cells = static_cast<double>(pixels) / static_cast<double>(channels);
        const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(cells)));
        if (side < 1 || channels * side * side != pixels)
            continue;
        if (rows.dim() == 1)
            return rows.reshape({side, side, channels}).permute({2, 0, 1}).reshape({-1});
        return rows.reshape({rows.size(0), side, side, channels}).permute({0, 3, 1, 2});
    }
    return rows;
}

at::Tensor changed(const at::Tensor& tensor, Change change)
{
    switch (change) {
    case Change::PatchKernel:
        return patchKernel(tensor);
    case Change::PatchRows:
        return tensor.dim() == 1 || tensor.dim() == 2 ? patchRows(tensor) : tensor;
    case Change::Flat:
        return tensor.dim() > 2 ? tensor.flatten(1) : tensor;
    case Change::Token:
        return tensor.dim() > 0 ? tensor.reshape({1, -1, tensor.size(-1)}) : tensor;
    case Change::Vector:
        return tensor.reshape({-1});
    case Change::Transpose:
        return tensor.t();
    case Change::KernelHwio:
        return tensor.permute({3, 2, 0, 1});
    case Change::HeadsInKernel:
        return tensor.flatten(1).t();
    case Change::HeadsInBias:
        return tensor.flatten();
    case Change::HeadsOutKernel:
        return tensor.flatten(0, 1).t();
    default:
        return tensor;
    }
}

class Application
{
public:
    Application(const Recognised& recognised, const std::string& file) : m_layout(*recognised.layout), m_file(file) { }

    Result<void> take(const NamedTensor& tensor)
    {
        for (const auto& rule : m_layout.rules)
            if (const auto match = matchName(rule.from, tensor.name))
                return follow(rule, *match, tensor);
        if (isLeftover(tensor.name)) {
            m_out.ignored.push_back(fullName(*tensor.stored));
            return {};
        }
        const auto view = viewTensor(*tensor.stored, m_file);
        return view ? put(tensor.name, *view) : fail(view.error());
    }

    /// Stacks the parts collected; an absent bias among present ones is zero (there is none for the key in some files).
    Result<Canonical> finish()
    {
        for (auto& [name, parts] : m_parts) {
            const auto isThere = [](const at::Tensor& part) { return part.defined(); };
            const auto alone = std::find_if(parts.begin(), parts.end(), isThere);
            if (m_maybeWhole.contains(name) && std::count_if(parts.begin(), parts.end(), isThere) == 1) {
                if (auto done = put(name, *alone); !done)
                    return fail(done.error());
                continue;
            }
            auto whole = stacked(name, parts);
            if (!whole)
                return fail(whole.error());
            if (auto done = put(name, *whole); !done)
                return fail(done.error());
        }
        return std::move(m_out);
    }

private:
    Result<void> follow(const Rule& rule, const NameMatch& match, const NamedTensor& tensor)
    {
        if (rule.change == Change::Ignore) {
            m_out.ignored.push_back(fullName(*tensor.stored));
            return {};
        }
        const auto view = viewTensor(*tensor.stored, m_file);
        if (!view)
            return fail(view.error());
        if (rule.change == Change::Text) {
            m_out.text.emplace(tensor.name, *view);
            return {};
        }
        if (rule.change == Change::Token && view->numel() == 0) { // none of them, written down all the same
            m_out.ignored.push_back(fullName(*tensor.stored));
            return {};
        }
        const auto target = rule.to.empty() ? tensor.name : std::string();
        const bool allBlocks = match.numbers.empty() && rule.to.find('#') != std::string_view::npos;
        if (!allBlocks)
            return place(rule, target.empty() ? fillPattern(rule.to, match) : target, *view, tensor);
        if (view->dim() == 0 || view->size(0) > kMostBlocks)
            return misshapen(tensor, *view);
        for (std::int64_t block = 0; block < view->size(0); ++block) {
            const NameMatch numbered{{static_cast<int>(block)}, match.rest};
            if (auto done = place(rule, fillPattern(rule.to, numbered), view->select(0, block), tensor); !done)
                return done;
        }
        return {};
    }

    Result<void> place(const Rule& rule, const std::string& name, const at::Tensor& view, const NamedTensor& tensor)
    {
        const int rank = rankNeeded(rule.change);
        if (rank != kAnyRank && view.dim() != rank)
            return misshapen(tensor, view);
        if (rule.change == Change::HeadsInKernel)
            m_out.headsOfKernels = static_cast<int>(std::min<std::int64_t>(view.size(1), 1 << 20));
        const auto value = changed(view, rule.change);
        if (rule.parts == 1)
            return put(name, value);
        auto& parts = m_parts[name];
        parts.resize(static_cast<std::size_t>(rule.parts));
        if (parts[static_cast<std::size_t>(rule.part)].defined())
            return twice(name);
        parts[static_cast<std::size_t>(rule.part)] = value;
        if (rule.change == Change::PartOrWhole)
            m_maybeWhole.insert(name);
        return {};
    }

    Result<void> put(const std::string& name, const at::Tensor& value)
    {
        return m_out.tensors.emplace(name, value).second ? Result<void>{} : twice(name);
    }

    Result<at::Tensor> stacked(const std::string& name, std::vector<at::Tensor>& parts)
    {
        at::Tensor some;
        for (const auto& part : parts)
            if (part.defined())
                some = part;
        for (auto& part : parts) {
            if (!part.defined() && name.ends_with(".bias"))
                part = at::zeros_like(some);
            if (!part.defined())
                return fail(ErrorCode::Mismatch,
                    m_file + " holds only some of the parts of " + inQuotes(name)
                        + " (query, key, value belong together); get the whole file again");
            if (part.sizes() != some.sizes() || part.dim() == 0 || part.scalar_type() != some.scalar_type())
                return fail(ErrorCode::Mismatch,
                    m_file + " has parts of " + inQuotes(name) + " with different shapes, " + shapeText(part.sizes())
                        + " and " + shapeText(some.sizes()) + "; it is no network known here");
        }
        auto whole = at::cat(parts);
        parts.clear();
        return whole;
    }

    tl::unexpected<Error> misshapen(const NamedTensor& tensor, const at::Tensor& view) const
    {
        return fail(ErrorCode::Mismatch,
            m_file + " has tensor " + inQuotes(fullName(*tensor.stored)) + " of shape " + shapeText(view.sizes())
                + ", which does not suit the " + std::string(m_layout.name) + " layout");
    }

    tl::unexpected<Error> twice(const std::string& name) const
    {
        return fail(ErrorCode::Mismatch, m_file + " holds " + inQuotes(name) + " more than once under different names");
    }

    const Layout& m_layout;
    const std::string& m_file;
    Canonical m_out;
    std::map<std::string, std::vector<at::Tensor>> m_parts;
    std::set<std::string> m_maybeWhole; ///< of those names, the ones whose only part may be all there is
};

}

Result<Canonical> applyLayout(const Recognised& recognised, const std::string& file)
{
    Application application(recognised, file);
    for (const auto& tensor : recognised.tensors)
        if (auto done = application.take(tensor); !done)
            return fail(done.error());
    return application.finish();
}

}
