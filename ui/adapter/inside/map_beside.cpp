// ui/adapter/inside/map_beside.cpp
#include "ui/adapter/inside/map_beside.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include <algorithm>

namespace patchlight::inside
{
namespace
{

using namespace Qt::StringLiterals;

/// The map is of this head alone: it was chosen, or it is the only one that is fused.
bool showsOnly(const ExplainRequest& map, HeadIndex head)
{
    if (const auto* chosen = std::get_if<HeadIndex>(&map.head))
        return *chosen == head;
    const auto counted = std::ranges::count_if(map.headWeights, [](float weight) { return weight > 0; });
    const auto at = static_cast<std::size_t>(head.value);
    return counted == 1 && at < map.headWeights.size() && map.headWeights[at] > 0;
}

/// Whose rows the map is made of, where it is not the followed token's alone.
QString otherRows(const Subject& subject, const Query& query)
{
    if (query.kind == Query::Kind::TokenDifference)
        return CardText::tr("The map is the class token's row minus the distillation token's.");
    if (query.kind == Query::Kind::Default && !subject.analysis->tokens.asksClassToken())
        return CardText::tr("The map is the mean of the rows of all patches, this row that of %1.").arg(tokenInWords(subject, subject.row()));
    if (query.kind == Query::Kind::Patches && query.cells.size() > 1)
        return CardText::tr("The map is the mean of the rows of %1 patches, this row that of the first.").arg(query.cells.size());
    return {};
}

}

QString mapBesideText(const Subject& subject)
{
    if (!subject.map)
        return {};
    const ExplainRequest& map = *subject.map;
    if (map.method != Method::Attention)
        return CardText::tr("This is head %1 of block %2 alone; the map shows something else: %3.")
            .arg(subject.head.value)
            .arg(subject.layer.value)
            .arg(methodLabel(map.method));
    QStringList differs;
    if (!showsOnly(map, subject.head))
        differs << CardText::tr("This is head %1 alone; the map shows the %2.").arg(subject.head.value).arg(headLabel(map.head, map.headWeights));
    if (map.query.inverse)
        differs << CardText::tr("The map is turned round: it shows who reads the token, not what the token reads.");
    if (const QString rows = otherRows(subject, map.query); !rows.isEmpty())
        differs << rows;
    QString text;
    for (const QString& each : std::as_const(differs))
        text = andThen(text, each);
    return text.isEmpty() ? CardText::tr("The map shows this row as attention.") : text;
}

QString regionText(const Subject& subject)
{
    return subject.region > 1 ? CardText::tr("the first of the %1 patches that are asked").arg(subject.region) : QString();
}

QString provenanceText(const Subject& subject, Part part)
{
    const Analysis& analysis = *subject.analysis;
    QStringList parts{fromUtf8(analysis.name)};
    if (analysis.model)
        parts << modelTitle(*analysis.model);
    if (part != Part::After) {
        parts << withLabel(CardText::tr("followed"), tokenName(subject, subject.row(), Naming::Full));
        if (const QString region = regionText(subject); !region.isEmpty())
            parts << region;
    }
    if (!analysis.interventions.empty())
        parts << interventionsText(analysis.interventions);
    return parts.join(u" · "_s);
}

}
