// ui/adapter/model_facts.cpp: what is known of a model, line by line, and how it is known.
#include "core/base/family.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace patchlight
{
namespace
{

/// The context translators see.
class ModelFacts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::ModelFacts)
};

QString joined(const std::vector<int>& values)
{
    QStringList parts;
    for (const int value : values)
        parts << QString::number(value);
    return parts.join(QLatin1Char('-'));
}

QString familyText(const ModelConfig& config)
{
    if (config.family == Family::Hybrid)
        return ModelFacts::tr("hybrid ViT");
    if (config.distillationToken)
        return ModelFacts::tr("distilled ViT");
    const auto title = fromUtf8(std::string(traitsOf(config.family).title)); // a name: the same in every language
    return config.kin.empty() ? title : fromUtf8(config.kin) + QLatin1Char(' ') + title;
}

QString prefixText(const ModelConfig& config)
{
    QStringList parts;
    if (!traitsOf(config.family).mapOfTokens && config.classToken)
        parts << ModelFacts::tr("class");
    if (config.distillationToken)
        parts << ModelFacts::tr("distillation");
    if (config.registers > 0)
        parts << ModelFacts::tr("%1 registers").arg(config.registers);
    return parts.isEmpty() ? ModelFacts::tr("none") : parts.join(QStringLiteral(", "));
}

QString poolingText(Pooling pooling)
{
    switch (pooling) {
    case Pooling::ClassToken:
        return ModelFacts::tr("class token");
    case Pooling::ClassAndDistillation:
        return ModelFacts::tr("both tokens");
    case Pooling::AveragePatches:
        return ModelFacts::tr("mean of patches");
    case Pooling::ClassAndPatches:
    case Pooling::LastClassesAndPatches:
        return ModelFacts::tr("class token and mean of patches");
    case Pooling::Probe:
        return ModelFacts::tr("attention of a learned query");
    }
    return {};
}

QString activationText(Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return ModelFacts::tr("GELU");
    case Activation::GeluTanh:
        return ModelFacts::tr("GELU (tanh)");
    case Activation::QuickGelu:
        return ModelFacts::tr("quick GELU");
    }
    return {};
}

QString outputsText(Outputs outputs)
{
    switch (outputs) {
    case Outputs::Classes:
        return ModelFacts::tr("one of its classes");
    case Outputs::Labels:
        return ModelFacts::tr("labels, each by itself");
    case Outputs::Values:
        return ModelFacts::tr("values");
    case Outputs::Logit:
        return ModelFacts::tr("one number");
    }
    return {};
}

/// Only the file can say otherwise: weights alone do not tell classes from labels.
QString outputsTip(Origin origin)
{
    return origin == Origin::Assumed ? ModelFacts::tr("The file does not say it, so the usual is assumed. It cannot be changed here: a config.json "
                                                      "beside the weights says it as problem_type.")
                                     : QString();
}

QString weightsText(const std::string& weights)
{
    return weights == "ema" ? ModelFacts::tr("averaged (EMA)") : ModelFacts::tr("raw");
}

/// Whose names the classes have.
ModelFact namesFact(const ModelConfig& config)
{
    const bool any = !config.classNames.empty();
    const bool assumed = any && config.classNamesOrigin == Origin::Assumed;
    const QString value = !any ? ModelFacts::tr("none: numbers")
        : assumed              ? ModelFacts::tr("ImageNet-1k")
                               : ModelFacts::tr("%1 names").arg(QLocale(QLocale::English).toString(qsizetype(config.classNames.size())));
    return {ModelFacts::tr("class names"), value,
        any || config.classNamesOrigin == Origin::Given ? std::optional(config.classNamesOrigin) : std::nullopt,
        assumed ? ModelFacts::tr("The file names no classes. It has 1,000, so they are taken for ImageNet's; a network "
                                 "trained on others is then named wrongly.")
                : ModelFacts::tr("A file with names can be chosen here."),
        FactId::ClassNames};
}

QString allNotes(const std::vector<std::string>& notes)
{
    QStringList lines;
    for (const auto& note : notes)
        lines << noteText(note);
    return lines.join(QStringLiteral("\n"));
}

QString cropText(const PreprocessProfile& profile)
{
    if (profile.mode == ResizeMode::Keep)
        return ModelFacts::tr("%1, not resized").arg(profile.crop.rows);
    if (profile.mode == ResizeMode::Patches)
        return ModelFacts::tr("any shape, up to %1 patches").arg(profile.mostPatches);
    if (profile.mode == ResizeMode::Longest)
        return ModelFacts::tr("fit into %1 × %2").arg(profile.resizeTo.columns).arg(profile.resizeTo.rows);
    if (profile.mode == ResizeMode::Squash)
        return ModelFacts::tr("squash %1 × %2").arg(profile.resizeTo.columns).arg(profile.resizeTo.rows);
    return QStringLiteral("%1 → %2").arg(profile.resize).arg(profile.crop.rows);
}

QString filterText(Filter filter)
{
    switch (filter) {
    case Filter::Nearest:
        return ModelFacts::tr("nearest");
    case Filter::Bilinear:
        return ModelFacts::tr("bilinear");
    case Filter::Bicubic:
        return ModelFacts::tr("bicubic");
    case Filter::Lanczos:
        return ModelFacts::tr("Lanczos");
    case Filter::Box:
        return ModelFacts::tr("box");
    }
    return {};
}

QString triple(const std::array<float, 3>& v)
{
    return QStringLiteral("%1, %2, %3").arg(v[0], 0, 'g', 3).arg(v[1], 0, 'g', 3).arg(v[2], 0, 'g', 3);
}

/// What is done to pictures before that, whatever the network is.
QVector<ModelFact> picturesFacts(const PreprocessProfile& profile)
{
    const auto given = [](bool changed) { return changed ? std::optional(Origin::Given) : std::nullopt; };
    return {{ModelFacts::tr("colour profiles"),
                profile.colourProfiles ? ModelFacts::tr("to sRGB") : ModelFacts::tr("left"), given(!profile.colourProfiles),
                ModelFacts::tr("Colours are converted from a picture's own ICC profile to sRGB, from which networks learned. "
                               "The references' pipelines leave them as they are."),
                FactId::ColourProfiles},
        {ModelFacts::tr("dark 16 bits"), profile.stretch ? ModelFacts::tr("stretched") : ModelFacts::tr("as they are"),
            given(profile.stretch),
            ModelFacts::tr("16-bit pictures that use fewer bits, of cameras and microscopes, can fill the whole range."),
            FactId::DarkPictures}};
}

QString bandsText(const std::vector<int>& bands)
{
    return bands.empty() ? QStringLiteral("0, 1, 2") : joined(bands).replace(QLatin1Char('-'), QStringLiteral(", "));
}

/// "4.1 – 100", over all heads of all blocks.
QString temperaturesText(const std::vector<std::vector<float>>& blocks)
{
    float low = blocks.front().front(), high = low;
    for (const auto& heads : blocks)
        for (const float value : heads) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    return QStringLiteral("%1 – %2").arg(low, 0, 'g', 3).arg(high, 0, 'g', 3);
}

QString epsText(double eps)
{
    QString text = QString::number(eps, 'g', 2); // "1e-06" → "1e−6"
    return text.replace(QStringLiteral("e-0"), QStringLiteral("e-")).replace(QLatin1Char('-'), QChar(0x2212));
}

}

QVector<ModelFact> modelFacts(const ModelInfo& model)
{
    const auto& c = model.config;
    const auto& profile = c.profile.value;
    const auto patches = [&] {
        const int rows = c.patch.value > 0 ? c.imageSize.value.rows / c.patch.value : 0;
        const int columns = c.patch.value > 0 ? c.imageSize.value.columns / c.patch.value : 0;
        return ModelFacts::tr("%1 px, %2 × %3").arg(c.patch.value).arg(rows).arg(columns);
    };
    const auto origin = [](const auto& fact) { return std::optional(fact.origin); };

    QVector<ModelFact> facts;
    facts << ModelFact{
        ModelFacts::tr("family"), familyText(c), {}, ModelFacts::tr("Layout: %1").arg(fromUtf8(c.layout))};
    const auto& traits = traitsOf(c.family);
    if (traits.attends)
        facts << ModelFact{ModelFacts::tr("layers × heads"),
            (c.classBlocks > 0 ? ModelFacts::tr("%1 + %2 class layers").arg(joined(c.depths.value)).arg(c.classBlocks) : joined(c.depths.value))
                + QStringLiteral(" × ") + joined(c.heads.value),
            origin(c.heads), {}, FactId::Heads};
    else
        facts << ModelFact{ModelFacts::tr("blocks per stage"), joined(c.depths.value), origin(c.depths), {}};
    facts << ModelFact{ModelFacts::tr("patch"), patches(), origin(c.patch), {}};
    facts << ModelFact{ModelFacts::tr("input"), QStringLiteral("%1 × %2").arg(c.imageSize.value.columns).arg(c.imageSize.value.rows),
        origin(c.imageSize), ModelFacts::tr("Size of the picture it was trained on, in pixels"), FactId::ImageSize};
    facts << ModelFact{ModelFacts::tr("width"),
        traits.attends ? QString::number(c.width.value) : joined(c.convolutions.widths), origin(c.width), {}};
    if (traits.windowed)
        facts << ModelFact{
            ModelFacts::tr("window"), QStringLiteral("%1 × %1").arg(c.window.value), origin(c.window), {}};
    else if (traits.attends)
        facts << ModelFact{ModelFacts::tr("extra tokens"), prefixText(c), {}, {}};
    if (!model.temperatures.empty())
        facts << ModelFact{ModelFacts::tr("temperatures"), temperaturesText(model.temperatures), std::optional(Origin::Read),
            ModelFacts::tr("Cosine attention: what each head multiplies its cosines by before the softmax.")};
    facts << ModelFact{ModelFacts::tr("prediction from"), poolingText(c.pooling.value), origin(c.pooling),
        ModelFacts::tr("What the classifier at the end reads")};
    if (c.classes.value > 0)
        facts << namesFact(c);
    if (c.classes.value > 0)
        facts << ModelFact{ModelFacts::tr("predicts"), outputsText(c.outputs.value), origin(c.outputs), outputsTip(c.outputs.origin)};
    if (c.channels.value != 3)
        facts << ModelFact{ModelFacts::tr("channels"), QString::number(c.channels.value), origin(c.channels), {}};
    if (c.channels.value > 3)
        facts << ModelFact{ModelFacts::tr("bands shown"), bandsText(profile.bands), {},
            ModelFacts::tr("Which channels the picture is drawn of: one as grey, or three as red, green and blue"),
            FactId::Bands};
    if (!model.weights.empty())
        facts << ModelFact{ModelFacts::tr("weights"), weightsText(model.weights), std::optional(Origin::Read),
            ModelFacts::tr("The file holds the weights and their running average."), FactId::Weights};
    facts << ModelFact{ModelFacts::tr("crop"), cropText(profile), origin(c.profile),
        ModelFacts::tr("%1: %2, mean %3, std %4")
            .arg(fromUtf8(profile.name), filterText(profile.filter), triple(profile.mean), triple(profile.std)),
        FactId::Profile};
    facts << picturesFacts(profile);
    if (traits.attends)
        facts << ModelFact{ModelFacts::tr("norm ε"), epsText(c.normEps.value), origin(c.normEps), {}, FactId::NormEps}
              << ModelFact{ModelFacts::tr("activation"), activationText(c.activation.value), origin(c.activation), {}, FactId::Activation};
    facts << ModelFact{ModelFacts::tr("parameters"), parametersText(model.parameters), {}, fromUtf8(model.container)};
    if (!model.notes.empty())
        facts << ModelFact{ModelFacts::tr("notes"), QString::number(model.notes.size()), {}, allNotes(model.notes)};
    return facts;
}

}
