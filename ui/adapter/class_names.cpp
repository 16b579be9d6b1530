// ui/adapter/class_names.cpp: the translations' context ClassNames is filled by resources/translations/update.sh.
#include "ui/adapter/class_names.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>

namespace patchlight
{
namespace
{

/// The context translators see.
class NumberedClasses
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::NumberedClasses)
};

/// "tench, Tinca tinca" and "tench" are one name, and so are "crane (134)" and "crane": the number tells them apart.
QByteArray firstName(const std::string& name, ClassIndex index)
{
    QByteArray first = QByteArray::fromStdString(name.substr(0, name.find(',')));
    const QByteArray number = " (" + QByteArray::number(index.value) + ')';
    if (first.endsWith(number))
        first.chop(number.size());
    return first;
}

}

QString shownClassName(const std::string& name, ClassIndex index)
{
    if (name.empty() || name == std::to_string(index.value))
        return NumberedClasses::tr("class %1").arg(index.value);
    const QByteArray first = firstName(name, index);
    const QString shown
        = QCoreApplication::translate("ClassNames", first.constData(), QByteArray::number(index.value).constData());
    return shown == QString::fromUtf8(first) ? fromUtf8(name) : shown;
}

QString className(const Analysis& analysis, ClassIndex index)
{
    for (const auto& prediction : analysis.predictions)
        if (prediction.index == index)
            return shownClassName(prediction.name, index);
    return shownClassName({}, index);
}

QString shownPictureName(const QString& baseName)
{
    QString words = baseName;
    words.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    return QCoreApplication::translate("ClassNames", words.toUtf8().constData());
}

}
