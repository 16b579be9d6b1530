// core/train/model_card.cpp
#include "core/train/model_card.h"
#include "core/train/run_state.h"
#include <iomanip>
#include <sstream>

namespace patchlight
{
namespace
{

void writeFacts(std::ostream& out, const TrainedModel& model)
{
    const ModelConfig& c = model.config;
    out << "# " << c.name << "\n\nA Vision Transformer that tells " << c.classes.value
        << " classes apart: " << c.imageSize.value.rows << " × " << c.imageSize.value.columns
        << " pixels in patches of " << c.patch.value << ", " << c.blockCount() << " blocks, " << c.heads.value.front()
        << " heads, width " << c.width.value << ". Trained from scratch with `patchlight-cli train`.\n\n## Data\n\n"
        << model.data.train.count() << " training and " << model.data.validation.count() << " validation pictures of "
        << model.data.size << " × " << model.data.size << " pixels; " << model.data.split << "; "
        << model.data.skipped.size() << " unreadable files skipped.\n";
}

void writeCurve(std::ostream& out, const std::vector<EpochFigures>& epochs)
{
    out << "\n## Curve\n\n| epoch | rate | loss | validation loss | top-1 | top-5 |\n|---|---|---|---|---|---|\n"
        << std::fixed;
    const std::size_t every = std::max<std::size_t>(1, epochs.size() / 20);
    for (std::size_t i = 0; i < epochs.size(); ++i)
        if (i % every == 0 || i + 1 == epochs.size())
            out << "| " << epochs[i].epoch << " | " << std::scientific << std::setprecision(1) << epochs[i].rate
                << " | " << std::fixed << std::setprecision(3) << epochs[i].loss << " | " << epochs[i].validationLoss
                << " | " << std::setprecision(1) << 100 * epochs[i].top1 << " % | " << 100 * epochs[i].top5 << " % |\n";
}

}

std::string modelCard(const TrainedModel& model)
{
    std::ostringstream out;
    writeFacts(out, model);
    for (const auto& [title, text] : model.provenance)
        out << "\n## " << title << "\n\n" << text << "\n";
    out << "\n## Recipe\n\n```json\n" << optionsText(model.options) << "\n```\n";
    writeCurve(out, model.epochs);
    return out.str();
}

}
