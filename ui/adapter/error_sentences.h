// ui/adapter/error_sentences.h: the core's sentences in the reader's language. The core speaks English and knows no Qt.
#pragma once
#include <QString>
#include <QStringList>

namespace patchlight
{

/// The whole sentence translated, its names and numbers kept. Empty where the sentence is not of the table, or the
/// language has no translation: the caller then shows the core's own words.
QString translatedSentence(const QString& english);
/// The table, with %1, %2, … for names and numbers: for tests.
QStringList errorSentences();

}
