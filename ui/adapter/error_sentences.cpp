// ui/adapter/error_sentences.cpp: the sentences that people of the window meet.
#include "ui/adapter/error_sentences.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace patchlight
{
namespace
{

constexpr const char* kSentences[]{
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot read %1: %2; check the name and the rights"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot write %1: %2; choose another place or free some space"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: the file is empty; choose another picture"),
    QT_TRANSLATE_NOOP("ErrorSentences",
        "cannot open %1: it is not a JPEG, PNG, WebP, GIF, BMP, TIFF, JPEG 2000 or PNM picture; convert it to one of these"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: it is truncated: the end of the picture is missing; fetch or save it again"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: it is truncated: its header is incomplete; fetch or save it again"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: it is damaged: %2; fetch or save it again"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: it holds no picture; fetch or save it again"),
    QT_TRANSLATE_NOOP("ErrorSentences",
        "cannot open %1: its pixels are damaged or coded in a way that is not supported; save it again as PNG or JPEG"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: the file is larger than %2 MB; make it smaller first"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: there is not enough memory for it; make it smaller first"),
    QT_TRANSLATE_NOOP("ErrorSentences", "cannot open %1: %2 are more than the limit of %3 megapixels; make it smaller first"),
    QT_TRANSLATE_NOOP("ErrorSentences", "the folder %1 holds no weights; give a folder or file with .safetensors, .pth, .pt, .bin or .npz"),
    QT_TRANSLATE_NOOP("ErrorSentences", "the folder %1 holds several files of weights; give one of them: %2"),
    QT_TRANSLATE_NOOP("ErrorSentences", "%1: the file has changed since it was loaded; load it again"),
    QT_TRANSLATE_NOOP("ErrorSentences", "%1: the file has changed since it was loaded; load the model again"),
    QT_TRANSLATE_NOOP("ErrorSentences", "%1 is no multiple of 16; give it with --heads"),
    QT_TRANSLATE_NOOP("ErrorSentences",
        "This network has neither classes nor an embedding to explain; use attention or rollout."),
    QT_TRANSLATE_NOOP("ErrorSentences", "Layer %1 is switched off, so it has no attention."),
    QT_TRANSLATE_NOOP("ErrorSentences", "Layer %1 is switched off."),
    QT_TRANSLATE_NOOP("ErrorSentences", "With every patch dropped nothing is left to look at; keep one at least."),
    QT_TRANSLATE_NOOP("ErrorSentences", "Patch %1 is dropped from the sequence, so it looks at nothing; ask another one."),
    QT_TRANSLATE_NOOP("ErrorSentences", "device %1 cannot be had: %2; use --device cpu"),
    QT_TRANSLATE_NOOP("ErrorSentences", "no model is loaded: load one first"),
};

/// "cannot read %1: %2; …" as an expression that catches what stands for each place.
QRegularExpression expressionOf(const QString& sentence)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    QString pattern;
    qsizetype from = 0;
    for (auto places = place.globalMatch(sentence); places.hasNext();) {
        const auto match = places.next();
        pattern += QRegularExpression::escape(sentence.mid(from, match.capturedStart() - from)) + QStringLiteral("(.+?)");
        from = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(sentence.mid(from));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

}

QString translatedSentence(const QString& english)
{
    for (const char* sentence : kSentences) {
        QString translated = QCoreApplication::translate("ErrorSentences", sentence);
        if (translated == QLatin1String(sentence))
            continue;
        const auto match = expressionOf(QString::fromLatin1(sentence)).match(english);
        if (!match.hasMatch())
            continue;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            translated.replace(QString(QLatin1Char(0x25) + QString::number(i)), match.captured(i));
        return translated;
    }
    return {};
}

QStringList errorSentences()
{
    QStringList all;
    for (const char* sentence : kSentences)
        all << QString::fromLatin1(sentence);
    return all;
}

}
