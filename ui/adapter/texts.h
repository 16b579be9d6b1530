// ui/adapter/texts.h: the core's values in words and numbers for people, translated.
#pragma once
#include "core/base/model_config.h"
#include "core/base/overrides.h"
#include "ui/adapter/core_types.h"
#include <QString>
#include <QStringList>
#include <QVector>
#include <filesystem>
#include <optional>
#include <utility>

namespace patchlight
{

QString fromUtf8(std::string_view text);
QString scientificText(double value, int digits); ///< "2.1×10⁻⁶"
QString fromPath(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);
/// With a capital letter in front.
QString capital(QString text);
/// Chinese sets a space beside Latin letters, none between its own: where a name was put in, which may be either.
QString withoutGaps(QString text);

/// Two sentences in a row: a space between them, but behind a full-width stop.
QString andThen(const QString& first, const QString& second);
/// With the mark that ends a sentence, unless it has one.
QString withFullStop(const QString& sentence);

/// "0.4 ms", "21 ms", "1.3 s".
QString durationText(double milliseconds);

QString methodLabel(Method method);
/// What it uses, for the list: "one layer", "all layers", "class".
QString needsText(Method method);
QString methodToolTip(Method method);
/// How to read its maps, and what would be read wrongly: one sentence or two each.
QString methodReading(Method method);
QString methodMisleads(Method method);
/// "row 3, column 4", counted from 0: wherever a patch is named and there is room; the one place that words it.
QString placeText(Cell cell);
/// "86.6 M", "5.72 M", "0.08 M": how many parameters there are, wherever it is said.
QString parametersText(std::int64_t parameters);
/// "norm ε: 1e-6", with the colon of the language.
QString withLabel(const QString& label, const QString& text);
/// The same where it counts on the picture's grid; else with the grid: "row 3, column 5 of 8 × 8 places".
QString placeText(Cell cell, GridSize on, GridSize picture);
/// "class token", "row 3, column 4", "12 patches", "register 2"; with `inverse`, "to row 3, column 4".
QString queryLabel(const Query& query, const TokenLayout& tokens);
/// Where there is little room: "15, 7" for a patch in row 15, column 7.
QString shortQueryLabel(const Query& query, const TokenLayout& tokens);
/// `weights`: of the heads that are fused, where they do not all count alike.
QString headLabel(const HeadChoice& head, const std::vector<float>& weights);
/// "norm of the embedding", "component 5 of the embedding", "similarity to cat.jpg".
QString embeddingLabel(const EmbeddingTarget& target);

/// "DeiT-tiny/16" and, quieter, "224 px · 1,000 classes".
QString modelTitle(const ModelInfo& model);
QString modelSubtitle(const ModelInfo& model);

/// Facts that a person may correct.
enum class FactId { None, Heads, ImageSize, NormEps, Activation, Profile, ClassNames, Weights, Prefix, Base, ColourProfiles, DarkPictures, Bands };

/// One line of the model panel.
struct ModelFact {
    QString label;
    QString value;
    std::optional<Origin> origin; ///< absent where there is nothing to say
    QString toolTip;
    FactId id = FactId::None;
};
QVector<ModelFact> modelFacts(const ModelInfo& model);

/// What a fact is called: "heads", "norm ε".
QString factLabel(FactId fact);
/// An example of what may be written for it: "384", "1e-6"; of heads, those that `model` has.
QString factExample(FactId fact, const ModelInfo* model = nullptr);
/// The fact whose value would let a model open that was refused, if the error asks for one.
std::optional<FactId> factMissingIn(const Error& error);
/// What a person wrote, as an override. Errors: InvalidOption, saying what may be written.
Result<void> correctFact(Overrides& overrides, FactId fact, const QString& text);
/// The values a fact can have, where they are few: activations, profiles, weights; (shown, written) pairs.
QVector<std::pair<QString, QString>> factChoices(FactId fact);
/// Which of them the model has now, as written; empty: none of them.
QString factNow(const ModelInfo& model, FactId fact);

/// What it is where nobody corrects it: "As the file says", "Automatic (assumed: ImageNet-1k)"; where somebody does, its
/// source is not known: "Automatic".
QString uncorrectedText(const ModelInfo& model, FactId fact, bool corrected);

/// What the core noted of a model or picture, in the reader's language and without options: they are facts of the panel.
QString noteText(const std::string& note);
/// What a user must know of how the picture was read, a sentence each.
QStringList pictureNotes(const Analysis& analysis);

/// The sentence for the message bar. The core's own sentence says what, which file and what to do; where it is bare,
/// a piece of advice by its kind is added.
QString errorText(const Error& error);

}
