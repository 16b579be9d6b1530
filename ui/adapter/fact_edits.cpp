// ui/adapter/fact_edits.cpp: from what a person writes for a fact to an override.
#include "core/base/band_list.h"
#include "core/base/fact_words.h"
#include "core/engine/model/profile_names.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace patchlight
{
namespace
{

/// The context translators see.
class FactEdits
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::FactEdits)
};

struct Option {
    FactId fact;
    const char* option; ///< as the core's sentences call it
};
constexpr Option kOptions[]{{FactId::Heads, "--heads"}, {FactId::ImageSize, "--image-size"},
    {FactId::Prefix, "--prefix"}, {FactId::Base, "--base"}};

Result<void> refuse(const QString& sentence)
{
    return fail(ErrorCode::InvalidOption, sentence.toStdString());
}

constexpr QLatin1String kConverted("converted"), kStretched("stretched"), kLeft("left"), kNone("none");
constexpr int kMostHeads = 1024, kMostInputSide = 8192;

Result<void> correctHeads(Overrides& overrides, const QString& text)
{
    bool number = false;
    const int heads = text.toInt(&number);
    if (!number || heads < 1 || heads > kMostHeads)
        return refuse(FactEdits::tr("“%1” is no number of heads; write a whole number").arg(text));
    overrides.heads = heads;
    return {};
}

Result<void> correctSize(Overrides& overrides, const QString& text)
{
    QString plain = text;
    const QStringList sides = plain.replace(QChar(0xd7), QLatin1Char('x')).split(QLatin1Char('x'));
    bool across = false, down = true;
    const int columns = sides.front().trimmed().toInt(&across);
    const int rows = sides.size() == 2 ? sides.back().trimmed().toInt(&down) : columns;
    if (!across || !down || sides.size() > 2 || columns < 1 || rows < 1 || columns > kMostInputSide
        || rows > kMostInputSide)
        return refuse(FactEdits::tr("“%1” is no size; write pixels such as 384 or 384x224").arg(text));
    overrides.imageSize = GridSize{rows, columns};
    return {};
}

Result<void> correctEps(Overrides& overrides, const QString& text)
{
    bool number = false;
    const double eps = text.toDouble(&number);
    if (!number || !(eps > 0) || eps > 1)
        return refuse(FactEdits::tr("“%1” is no epsilon; write a small number such as 1e-6").arg(text));
    overrides.normEps = eps;
    return {};
}

Result<void> correctBands(Overrides& overrides, const QString& text)
{
    const auto bands = bandsFrom(QString(text).remove(QLatin1Char(' ')).toStdString());
    if (!bands)
        return fail(bands.error());
    overrides.bands = *bands;
    return {};
}

}

QString factLabel(FactId fact)
{
    switch (fact) {
    case FactId::Heads:
        return FactEdits::tr("Heads in every layer");
    case FactId::ImageSize:
        return FactEdits::tr("Size it was trained at, pixels");
    case FactId::NormEps:
        return FactEdits::tr("Norm ε");
    case FactId::Activation:
        return FactEdits::tr("Activation");
    case FactId::Profile:
        return FactEdits::tr("Preprocessing");
    case FactId::ClassNames:
        return FactEdits::tr("Class names");
    case FactId::Weights:
        return FactEdits::tr("Weights");
    case FactId::Prefix:
        return FactEdits::tr("Its tensors' names begin with");
    case FactId::Base:
        return FactEdits::tr("The network it changes");
    case FactId::ColourProfiles:
        return FactEdits::tr("A picture's own colour profile (ICC)");
    case FactId::DarkPictures:
        return FactEdits::tr("Dark 16 bits: pictures that use fewer bits");
    case FactId::Bands:
        return FactEdits::tr("Bands shown: one, or red, green, blue");
    case FactId::None:
        break;
    }
    return {};
}

QString factExample(FactId fact, const ModelInfo* model)
{
    switch (fact) {
    case FactId::Heads:
        return model && !model->config.heads.value.empty() ? QString::number(model->config.heads.value.front())
                                                           : FactEdits::tr("a divisor");
    case FactId::ImageSize:
        return QStringLiteral("384");
    case FactId::NormEps:
        return QStringLiteral("1e-6");
    case FactId::Bands:
        return QStringLiteral("3,2,1");
    default:
        return {};
    }
}

std::optional<FactId> factMissingIn(const Error& error)
{
    for (const Option& each : kOptions)
        if (error.message.find(each.option) != std::string::npos)
            return each.fact;
    return std::nullopt;
}

Result<void> correctFact(Overrides& overrides, FactId fact, const QString& text)
{
    const QString written = text.trimmed();
    switch (fact) {
    case FactId::Heads:
        return correctHeads(overrides, written);
    case FactId::ImageSize:
        return correctSize(overrides, written);
    case FactId::NormEps:
        return correctEps(overrides, written);
    case FactId::Activation:
        overrides.activation = byWord<Activation>(written.toStdString());
        break;
    case FactId::Profile:
        overrides.profile = written.toStdString();
        break;
    case FactId::ClassNames:
        overrides.labels = toPath(written);
        break;
    case FactId::Weights:
        overrides.weights = written == QLatin1String("ema") ? Weights::Averaged : Weights::Raw;
        break;
    case FactId::Prefix:
        overrides.prefix = written.toStdString();
        break;
    case FactId::Base:
        overrides.base = toPath(written);
        break;
    case FactId::ColourProfiles:
        overrides.colourProfiles = written == kConverted;
        break;
    case FactId::DarkPictures:
        overrides.stretch = written == kStretched;
        break;
    case FactId::Bands:
        return correctBands(overrides, written);
    case FactId::None:
        break;
    }
    return {};
}

QVector<std::pair<QString, QString>> factChoices(FactId fact)
{
    QVector<std::pair<QString, QString>> choices;
    const auto add = [&choices](const QString& shown, const QString& written) { choices << std::pair(shown, written); };
    if (fact == FactId::Activation)
        for (const auto& each : Words<Activation>::table)
            add(fromUtf8(each.second), fromUtf8(each.second));
    if (fact == FactId::Profile)
        for (const auto& name : recipeNames())
            add(fromUtf8(name), fromUtf8(name));
    if (fact == FactId::Weights) {
        add(FactEdits::tr("raw"), QStringLiteral("raw"));
        add(FactEdits::tr("averaged (EMA)"), QStringLiteral("ema"));
    }
    if (fact == FactId::ClassNames)
        add(FactEdits::tr("none: numbers"), kNone);
    if (fact == FactId::ColourProfiles) {
        add(FactEdits::tr("converted to sRGB"), kConverted);
        add(FactEdits::tr("left as they are"), kLeft);
    }
    if (fact == FactId::DarkPictures) {
        add(FactEdits::tr("as they are"), kLeft);
        add(FactEdits::tr("stretched over the range"), kStretched);
    }
    return choices;
}

QString factNow(const ModelInfo& model, FactId fact)
{
    const auto& config = model.config;
    const auto& profile = config.profile.value;
    switch (fact) {
    case FactId::Activation:
        return fromUtf8(wordFor(config.activation.value));
    case FactId::Profile:
        return fromUtf8(profile.name);
    case FactId::Weights:
        return fromUtf8(model.weights);
    case FactId::ClassNames:
        return config.classNames.empty() ? QString(kNone) : QString();
    case FactId::ColourProfiles:
        return profile.colourProfiles ? kConverted : kLeft;
    case FactId::DarkPictures:
        return profile.stretch ? kStretched : kLeft;
    default:
        return {};
    }
}

QString uncorrectedText(const ModelInfo& model, FactId fact, bool corrected)
{
    const auto facts = modelFacts(model);
    const auto known
        = std::find_if(facts.begin(), facts.end(), [fact](const ModelFact& each) { return each.id == fact; });
    if (corrected || known == facts.end() || !known->origin)
        return FactEdits::tr("Automatic");
    switch (*known->origin) {
    case Origin::Read:
        return FactEdits::tr("As the file says");
    case Origin::Inferred:
        return FactEdits::tr("Automatic (inferred: %1)").arg(known->value);
    case Origin::Assumed:
        return FactEdits::tr("Automatic (assumed: %1)").arg(known->value);
    case Origin::Given:
        break;
    }
    return FactEdits::tr("Automatic");
}

}
