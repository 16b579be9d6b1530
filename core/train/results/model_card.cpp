// core/train/results/model_card.cpp
#include "core/train/results/model_card.h"
#include "core/train/data/class_table.h"
#include "core/train/results/run_options_text.h"
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
        << " heads, width " << c.width.value << ". " << (model.fineTuned ? "Fine-tuned" : "Trained from random weights")
        << " with `patchlight-cli train`.\n\n";
    if (!model.epochs.empty() && model.data.validation.count() > 0)
        out << "Validation: " << std::fixed << std::setprecision(1) << 100 * model.epochs.back().top1 << " % top-1, "
            << 100 * model.epochs.back().top5 << " % top-5 after " << model.epochs.back().epoch << " of "
            << model.options.schedule.epochs << " epochs.\n\n";
    out << "## Data\n\n"
        << model.data.train.count() << " training and " << model.data.validation.count() << " validation pictures of "
        << model.data.size << " × " << model.data.size << " pixels; " << model.data.split << "; "
        << model.data.skipped.size() << " unreadable files skipped.\n";
}

void writeCurve(std::ostream& out, const std::vector<EpochFigures>& epochs)
{
    out << "\n## Curve\n\n![Validation accuracy by epoch](curve.svg)\n\n| epoch | rate | loss | validation loss | "
           "top-1 | top-5 |\n|---|---|---|---|---|---|\n"
        << std::fixed;
    const std::size_t every = std::max<std::size_t>(1, epochs.size() / 20);
    for (std::size_t i = 0; i < epochs.size(); ++i)
        if (i % every == 0 || i + 1 == epochs.size())
            out << "| " << epochs[i].epoch << " | " << std::scientific << std::setprecision(1) << epochs[i].rate
                << " | " << std::fixed << std::setprecision(3) << epochs[i].loss << " | " << epochs[i].validationLoss
                << " | " << std::setprecision(1) << 100 * epochs[i].top1 << " % | " << 100 * epochs[i].top5 << " % |\n";
}

}

std::string modelCard(const TrainedModel& model, const std::string& sha256)
{
    std::ostringstream out;
    writeFacts(out, model);
    for (const auto& [title, text] : model.provenance)
        out << "\n## " << title << "\n\n" << text << "\n";
    out << "\n## Recipe\n\n```json\n" << optionsText(model.options) << "\n```\n";
    writeCurve(out, model.epochs);
    if (!model.predicted.empty())
        out << "\n## Classes\n\n"
            << classTable(classShares(model.data.validation.labels, model.predicted, model.data.classes()),
                   model.config.classNames);
    out << "\n## Fingerprint\n\nSHA-256 of `model.safetensors`: `" << sha256 << "`\n";
    return out.str();
}

}
