// ui/adapter/texts.cpp: words for methods, queries, numbers and errors.
#include "ui/adapter/texts.h"
#include "core/base/scientific.h"
#include "core/base/shown_text.h"
#include "core/explain/head_weights.h"
#include "ui/adapter/error_sentences.h"
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace patchlight
{
namespace
{

/// The context translators see.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::Texts)
};

QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::OutOfMemory:
        return Texts::tr("Close other programs, or use a smaller model or picture.");
    case ErrorCode::Internal:
        return Texts::tr("Please report this.");
    default:
        return {};
    }
}

}

QString scientificText(double value, int digits)
{
    return fromUtf8(scientific(value, digits));
}

QString fromUtf8(std::string_view text)
{
    return QString::fromStdString(harmlessText(text));
}

QString fromPath(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(path.toStdString());
}

QString durationText(double milliseconds)
{
    if (milliseconds >= 1000)
        return Texts::tr("%1 s").arg(milliseconds / 1000, 0, 'f', 1);
    if (milliseconds > 0 && milliseconds < 0.05)
        return Texts::tr("%1 ms").arg(QStringLiteral("<0.1"));
    return Texts::tr("%1 ms").arg(milliseconds, 0, 'f', milliseconds < 10 ? 1 : 0);
}

QString methodLabel(Method method)
{
    return QCoreApplication::translate("Methods", methodInfo(method).label.data());
}

QString needsText(Method method)
{
    switch (methodInfo(method).needs) {
    case Needs::OneLayer:
        return Texts::tr("one layer");
    case Needs::AllLayers:
        return Texts::tr("all layers");
    case Needs::Class:
        return Texts::tr("class");
    case Needs::Weights:
        return Texts::tr("weights");
    case Needs::Nothing:
        break;
    }
    return Texts::tr("baseline");
}

QString methodReading(Method method)
{
    return QCoreApplication::translate("Methods", methodInfo(method).reading.data());
}

QString methodMisleads(Method method)
{
    return QCoreApplication::translate("Methods", methodInfo(method).misleads.data());
}

QString methodToolTip(Method method)
{
    const auto& info = methodInfo(method);
    const QString reading = methodReading(method);
    return QStringLiteral("<p>%1</p><p>%2</p>")
        .arg(reading.toHtmlEscaped(), fromUtf8(info.source).toHtmlEscaped());
}

QString withLabel(const QString& label, const QString& text)
{
    return Texts::tr("%1: %2").arg(label, text);
}

QString parametersText(std::int64_t parameters)
{
    const double millions = static_cast<double>(parameters) / 1e6;
    return Texts::tr("%1 M").arg(millions, 0, 'f', millions >= 10 ? 1 : millions >= 0.01 ? 2 : 4);
}

QString placeText(Cell cell)
{
    return Texts::tr("row %1, column %2").arg(cell.row).arg(cell.column);
}

QString placeText(Cell cell, GridSize on, GridSize picture)
{
    const QString place = placeText(cell);
    return on == picture ? place : Texts::tr("%1 of %2 × %3 places").arg(place).arg(on.rows).arg(on.columns);
}

namespace
{
QString tokenText(const Query& query, const TokenLayout& tokens)
{
    switch (query.kind) {
    case Query::Kind::Default:
        return tokens.asksClassToken() ? Texts::tr("class token") : Texts::tr("all patches");
    case Query::Kind::ClassToken:
        return Texts::tr("class token");
    case Query::Kind::Distillation:
        return Texts::tr("distillation token");
    case Query::Kind::TokenDifference:
        return Texts::tr("class token − distillation token");
    case Query::Kind::Register:
        return Texts::tr("register %1").arg(query.registerIndex);
    case Query::Kind::Patches:
        break;
    }
    if (query.cells.size() == 1)
        return placeText(query.cells.front());
    return Texts::tr("%n patches", nullptr, static_cast<int>(query.cells.size()));
}

QString fusionLabel(HeadFusion fusion)
{
    switch (fusion) {
    case HeadFusion::Mean:
        return Texts::tr("mean of heads");
    case HeadFusion::Max:
        return Texts::tr("maximum of heads");
    case HeadFusion::Min:
        return Texts::tr("minimum of heads");
    }
    return {};
}

}

QString queryLabel(const Query& query, const TokenLayout& tokens)
{
    const QString token = tokenText(query, tokens);
    return query.inverse ? Texts::tr("→ %1").arg(token) : token;
}

QString shortQueryLabel(const Query& query, const TokenLayout& tokens)
{
    if (query.kind != Query::Kind::Patches || query.cells.size() != 1)
        return queryLabel(query, tokens);
    const Cell cell = query.cells.front();
    const QString place = QStringLiteral("%1, %2").arg(cell.row).arg(cell.column);
    return query.inverse ? Texts::tr("→ %1").arg(place) : place;
}

QString headLabel(const HeadChoice& head, const std::vector<float>& weights)
{
    if (const auto* index = std::get_if<HeadIndex>(&head))
        return Texts::tr("head %1").arg(index->value);
    const auto counts = [](float weight) { return weight > 0; };
    if (std::ranges::count_if(weights, counts) == 1) // however it is fused, it is that one
        return Texts::tr("head %1").arg(std::ranges::find_if(weights, counts) - weights.begin());
    const QString fused = fusionLabel(std::get<HeadFusion>(head));
    return weights.empty() ? fused : fused + u' ' + fromUtf8(headWeightsText(weights));
}

QString embeddingLabel(const EmbeddingTarget& target)
{
    switch (target.kind) {
    case EmbeddingTarget::Kind::Component:
        return Texts::tr("component %1 of the embedding").arg(target.component);
    case EmbeddingTarget::Kind::Similarity:
        return Texts::tr("similarity to %1").arg(fromUtf8(target.likeName));
    case EmbeddingTarget::Kind::Norm:
        break;
    }
    return Texts::tr("norm of the embedding");
}

QString withoutGaps(QString text)
{
    static const QRegularExpression gap(QStringLiteral("(?<=[\\x{4e00}-\\x{9fff}]) (?=[\\x{4e00}-\\x{9fff}])"));
    return text.remove(gap);
}

QString andThen(const QString& first, const QString& second)
{
    const bool apart = !first.isEmpty() && !second.isEmpty() && !first.endsWith(u'。');
    return apart ? QString(first + u' ' + second) : QString(first + second);
}

QString withFullStop(const QString& sentence)
{
    constexpr QChar ends[]{u'.', u'!', u'?', u'…', u'。', u'！', u'？'};
    const bool open = !sentence.isEmpty() && std::ranges::find(ends, sentence.back()) == std::end(ends);
    return open ? QString(sentence + Texts::tr(".")) : sentence;
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString modelTitle(const ModelInfo& model)
{
    return model.embedded ? Texts::tr("Default model") : fromUtf8(model.title);
}

QString modelSubtitle(const ModelInfo& model)
{
    const auto size = model.config.imageSize.value;
    QString text = size.rows == size.columns ? Texts::tr("%1 px").arg(size.rows)
                                             : Texts::tr("%1 × %2 px").arg(size.columns).arg(size.rows);
    if (model.config.classes.value > 0)
        text += QStringLiteral(" · ")
            + Texts::tr("%1 classes").arg(QLocale(QLocale::English).toString(model.config.classes.value));
    else
        text += QStringLiteral(" · ") + Texts::tr("no classes");
    return text;
}

namespace
{
/// What the core's sentences say to people of the command line, and what there is to do here instead.
constexpr std::pair<const char*, const char*> kInsteadOfOptions[]{
    {" with --(heads|image-size|prefix|base)\\b", QT_TRANSLATE_NOOP("patchlight::Texts", " here")},
    {"--heads (\\S+) does not divide", QT_TRANSLATE_NOOP("patchlight::Texts", "\\1 heads do not divide")},
    {"give --image-size\\b", QT_TRANSLATE_NOOP("patchlight::Texts", "give the size here")},
    {"a smaller --image-size\\b", QT_TRANSLATE_NOOP("patchlight::Texts", "a smaller image size")},
    {"--image-size (\\S+) is", QT_TRANSLATE_NOOP("patchlight::Texts", "an image size of \\1 is")},
    {", or give it more with --memory\\b", ""},
    {"[;,] --[a-z-]+( [a-z]+)? (gives|leaves|makes|takes) [^;]*$", ""}, // a fact of the panel
    {"^--base does", QT_TRANSLATE_NOOP("patchlight::Texts", "the base does")},
    {"leave --(weights|bands) out", QT_TRANSLATE_NOOP("patchlight::Texts", "take the correction back")},
    {"; name others with --bands\\b", ""},
    {"give --activation\\b", QT_TRANSLATE_NOOP("patchlight::Texts", "correct the activation")},
    {"; add --yes to remove it all the same", ""},
    {"; use --device cpu", QT_TRANSLATE_NOOP("patchlight::Texts", "; choose the CPU above")},
    {"use --precision fp32", QT_TRANSLATE_NOOP("patchlight::Texts", "choose fp32 above")},
    {"; get it with: patchlight-cli models get \\S+ \\(or add --download\\)",
        QT_TRANSLATE_NOOP("patchlight::Texts", "; the model box fetches it")},
    {"; fetch it again with: patchlight-cli models get \\S+", QT_TRANSLATE_NOOP("patchlight::Texts", "; fetch it again")},
    {"; patchlight-cli models lists (them|what is|what else there is)\\b",
        QT_TRANSLATE_NOOP("patchlight::Texts", "; the model box lists what there is")}};

QString withoutOptions(QString text)
{
    for (const auto& [option, here] : kInsteadOfOptions)
        text.replace(QRegularExpression(QLatin1String(option)), *here ? Texts::tr(here) : QString());
    return text;
}

/// "cannot write x.png" begins a sentence here; "x.png: cut off" begins with a name and stays.
QString asSentence(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("^[a-z]+ "));
    return words.match(text).hasMatch() ? capital(text) : text;
}

/// What kind of error it is, where the reader's language is not that of the core's sentence; else nothing.
QString lead(ErrorCode code)
{
    static constexpr std::pair<ErrorCode, const char*> kLeads[]{
        {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorLeads", "Cancelled")},
        {ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorLeads", "Not found")},
        {ErrorCode::Unreadable, QT_TRANSLATE_NOOP("ErrorLeads", "Cannot be read")},
        {ErrorCode::Unsupported, QT_TRANSLATE_NOOP("ErrorLeads", "Not supported")},
        {ErrorCode::Malformed, QT_TRANSLATE_NOOP("ErrorLeads", "The file is damaged or of another kind")},
        {ErrorCode::Mismatch, QT_TRANSLATE_NOOP("ErrorLeads", "The parts of the file do not fit together")},
        {ErrorCode::InvalidOption, QT_TRANSLATE_NOOP("ErrorLeads", "This cannot be chosen")},
        {ErrorCode::OutOfMemory, QT_TRANSLATE_NOOP("ErrorLeads", "Not enough memory")},
        {ErrorCode::WriteFailed, QT_TRANSLATE_NOOP("ErrorLeads", "Cannot be written")},
        {ErrorCode::Internal, QT_TRANSLATE_NOOP("ErrorLeads", "A fault in the program")}};
    for (const auto& [each, text] : kLeads)
        if (each == code) {
            const QString translated = QCoreApplication::translate("ErrorLeads", text);
            return translated == QLatin1String(text) ? QString() : translated;
        }
    return {};
}

}

QString noteText(const std::string& note)
{
    const QString translated = translatedSentence(fromUtf8(note));
    return translated.isEmpty() ? withoutOptions(fromUtf8(note)) : translated;
}

QStringList pictureNotes(const Analysis& analysis)
{
    QStringList sentences;
    for (const auto& note : analysis.notes)
        sentences << noteText(note);
    return sentences;
}

QString errorText(const Error& error)
{
    QString text = translatedSentence(fromUtf8(error.message));
    if (text.isEmpty()) {
        text = asSentence(withoutOptions(fromUtf8(error.message)));
        if (const QString kind = lead(error.code); !kind.isEmpty())
            text = withLabel(kind, text);
    }
    text = withFullStop(text);
    const bool advised = error.message.find("; ") != std::string::npos; // behind it stands what to do
    const QString more = advised && error.code == ErrorCode::OutOfMemory ? QString() : advice(error.code);
    return more.isEmpty() ? text : text + QLatin1Char(' ') + more;
}

}
