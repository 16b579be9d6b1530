// ui/adapter/intervention_texts.cpp: counts, names and reasons.
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QStringList>

namespace patchlight
{
namespace
{

constexpr std::size_t kNamed = 2; ///< heads or blocks; of more only how many

/// The context translators see.
class InterventionTexts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::InterventionTexts)
};

QString headText(const HeadIntervention& each)
{
    return InterventionTexts::tr("layer %1, head %2 %3")
        .arg(each.layer.value)
        .arg(each.head.value)
        .arg(changeLabel(each.change));
}

QString blockText(LayerIndex layer)
{
    return InterventionTexts::tr("block %1 off").arg(layer.value);
}

QString hiddenText(const Interventions& changes)
{
    return InterventionTexts::tr("%n patches hidden", nullptr, static_cast<int>(changes.hidden.size()));
}

}

QString interventionsText(const Interventions& changes)
{
    QStringList parts;
    if (changes.hidden.size() == 1)
        parts << InterventionTexts::tr("1 patch hidden");
    else if (!changes.hidden.empty())
        parts << hiddenText(changes);
    if (changes.heads.size() > kNamed)
        parts << InterventionTexts::tr("%1 heads changed").arg(changes.heads.size());
    else
        for (const auto& each : changes.heads)
            parts << headText(each);
    if (changes.blocksOff.size() > kNamed)
        parts << InterventionTexts::tr("%1 blocks off").arg(changes.blocksOff.size());
    else
        for (const LayerIndex layer : changes.blocksOff)
            parts << blockText(layer);
    return parts.join(QStringLiteral(" · "));
}

QString interventionsDetail(const Interventions& changes)
{
    QStringList lines;
    if (!changes.hidden.empty())
        lines << InterventionTexts::tr("%1 (%2)").arg(hiddenText(changes), hideLabel(changes.hideWith));
    for (const auto& each : changes.heads)
        lines << headText(each);
    for (const LayerIndex layer : changes.blocksOff)
        lines << blockText(layer);
    return lines.join(QLatin1Char('\n'));
}

QString changeLabel(HeadChange change)
{
    switch (change) {
    case HeadChange::Off:
        return InterventionTexts::tr("off");
    case HeadChange::Uniform:
        return InterventionTexts::tr("uniform");
    case HeadChange::Mean:
        return InterventionTexts::tr("mean");
    }
    return {};
}

QString hideLabel(HideWith how)
{
    switch (how) {
    case HideWith::Mean:
        return InterventionTexts::tr("mean colour");
    case HideWith::Zero:
        return InterventionTexts::tr("zero");
    case HideWith::Drop:
        return InterventionTexts::tr("dropped");
    }
    return {};
}

QString hideToolTip(HideWith how)
{
    switch (how) {
    case HideWith::Mean:
        return InterventionTexts::tr("Painted over in the mean colour, before the network sees the picture");
    case HideWith::Zero:
        return InterventionTexts::tr("Zeros after the patch embedding, position included");
    case HideWith::Drop:
        return InterventionTexts::tr("Taken out of the sequence: no token attends to them any more");
    }
    return {};
}

QString whyNotHidden(const Analysis& analysis, HideWith how)
{
    Interventions one;
    one.hidden = {Cell{0, 0}};
    one.hideWith = how;
    const auto fine = checkInterventions(one, analysis.model->config, analysis.tokens.grid);
    return fine ? QString() : fromUtf8(fine.error().message);
}

}
