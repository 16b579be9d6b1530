// ui/adapter/error_sentences.cpp: the sentences that people of the window meet.
#include "ui/adapter/error_sentences.h"
#include "ui/adapter/core_sentences.h"
#include "ui/adapter/error_phrases.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <utility>
#include <vector>

namespace patchlight
{
namespace
{

constexpr int kDeepest = 4; ///< of sentences within sentences

/// A sentence of the table, ready to be compared with what the core said.
struct Known {
    const char* sentence;
    QRegularExpression expression;
    qsizetype fixed; ///< letters that stand in it whatever its names and numbers are
};

/// "cannot read %1: %2; …" as an expression that catches what stands for each place. Whoever opens a file puts its name
/// before the sentence ("FILE: sentence"), which is caught first; a sentence that begins with a place has it in there.
Known knownFrom(const char* sentence)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    const QString text = QString::fromUtf8(sentence);
    QString pattern = text.startsWith(QLatin1Char('%')) ? QStringLiteral("()") : QStringLiteral("(?:(.+?): )?");
    qsizetype from = 0, fixed = text.size();
    for (auto places = place.globalMatch(text); places.hasNext();) {
        const auto match = places.next();
        pattern += QRegularExpression::escape(text.mid(from, match.capturedStart() - from)) + QStringLiteral("(.+?)");
        from = match.capturedEnd();
        fixed -= match.capturedLength();
    }
    pattern += QRegularExpression::escape(text.mid(from));
    return {sentence, QRegularExpression(QRegularExpression::anchoredPattern(pattern)), fixed};
}

const std::vector<Known>& knownSentences()
{
    static const std::vector<Known> known = [] {
        std::vector<Known> all;
        for (const char* sentence : kCoreSentences)
            all.push_back(knownFrom(sentence));
        for (const char* sentence : kErrorPhrases)
            all.push_back(knownFrom(sentence));
        return all;
    }();
    return known;
}

/// A sentence and how many letters of the English one it stands for, besides names and numbers.
struct Translated {
    QString text;
    qsizetype letters = 0;
};

Translated translatedWithin(const QString& english, int depth);

/// "%1" to "%9", each once and all at the same time: what a file is called may hold a place's name.
QString filled(const QString& sentence, const QStringList& parts)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence[i] == QLatin1Char('%') && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (place >= 1 && place <= parts.size()) {
            text += parts[place - 1];
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

/// By this one sentence. What stands for a place is a sentence or reason of its own, or a name or number, which stays.
Translated translatedBy(const Known& known, const QString& english, int depth)
{
    const QString translated = QCoreApplication::translate("ErrorSentences", known.sentence);
    if (translated == QString::fromUtf8(known.sentence))
        return {};
    const auto match = known.expression.match(english);
    if (!match.hasMatch())
        return {};
    Translated out{{}, known.fixed};
    QStringList parts;
    for (int i = 2; i <= match.lastCapturedIndex(); ++i) {
        const auto part = depth < kDeepest ? translatedWithin(match.captured(i), depth + 1) : Translated{};
        parts << (part.text.isEmpty() ? match.captured(i) : part.text);
        out.letters += part.letters;
    }
    out.text = filled(translated, parts);
    if (const QString file = match.captured(1); !file.isEmpty())
        out.text = QCoreApplication::translate("ErrorSentences", "%1: %2").arg(file, out.text);
    return out;
}

/// By the sentence that explains most of it.
Translated translatedWithin(const QString& english, int depth)
{
    Translated best;
    for (const Known& known : knownSentences())
        if (auto one = translatedBy(known, english, depth); one.letters > best.letters)
            best = std::move(one);
    return best;
}

}

QString translatedSentence(const QString& english)
{
    return translatedWithin(english, 0).text;
}

QStringList errorSentences()
{
    QStringList all;
    for (const Known& known : knownSentences())
        all << QString::fromUtf8(known.sentence);
    return all;
}

}
