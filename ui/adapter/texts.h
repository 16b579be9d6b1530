// ui/adapter/texts.h: the core's values in words and numbers for people, translated.
#pragma once
#include "core/base/model_config.h"
#include "ui/adapter/core_types.h"
#include <QString>
#include <QVector>
#include <filesystem>
#include <optional>

namespace patchlight
{

QString fromUtf8(std::string_view text);
QString fromPath(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

/// "0.4 ms", "21 ms", "1.3 s".
QString durationText(double milliseconds);

QString methodLabel(Method method);
/// What it uses, for the list: "one layer", "all layers", "class".
QString needsText(Method method);
QString methodToolTip(Method method);
/// "class token", "row 3, column 4", "12 patches", "register 2"; with `inverse`, "to row 3, column 4".
QString queryLabel(const Query& query, const TokenLayout& tokens);
/// `weights`: of the heads that are fused, where they do not all count alike.
QString headLabel(const HeadChoice& head, const std::vector<float>& weights);
QString className(const Analysis& analysis, ClassIndex index);

/// "DeiT-tiny/16" and, quieter, "224 px · 1,000 classes".
QString modelTitle(const ModelInfo& model);
QString modelSubtitle(const ModelInfo& model);

/// One line of the model panel.
struct ModelFact {
    QString label;
    QString value;
    std::optional<Origin> origin; ///< absent where there is nothing to say
    QString toolTip;
};
QVector<ModelFact> modelFacts(const ModelInfo& model);

/// The sentence for the message bar. The core's own sentence says what, which file and what to do; where it is bare,
/// a piece of advice by its kind is added.
QString errorText(const Error& error);

}
