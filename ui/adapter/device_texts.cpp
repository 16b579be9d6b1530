// ui/adapter/device_texts.cpp
#include "ui/adapter/device_texts.h"
#include "core/base/fact_words.h"
#include "ui/adapter/error_sentences.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>

namespace patchlight
{
namespace
{

/// The context translators see.
class Devices
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::Devices)
};

}

QString precisionName(Precision precision)
{
    return fromUtf8(wordFor(precision));
}

std::optional<Precision> precisionByName(const QString& name)
{
    return byWord<Precision>(name.toStdString());
}

namespace
{

/// "CUDA device 1" in the reader's language; others are called the same everywhere.
QString deviceTitle(const DeviceInfo& device)
{
    const QString number = fromUtf8(device.name).section(u':', 1);
    return number.isEmpty() ? fromUtf8(device.title) : Devices::tr("CUDA device %1").arg(number);
}

}

QString missingDeviceText(const DeviceInfo& device)
{
    return QStringLiteral("%1 – %2").arg(deviceTitle(device), whyMissing(device));
}

QString whyMissing(const DeviceInfo& device)
{
    const QString reason = fromUtf8(device.reason);
    const QString translated = translatedSentence(reason);
    return translated.isEmpty() ? reason : translated;
}

QString deviceText(const DeviceInfo& device, Precision precision)
{
    const QString title = deviceTitle(device);
    if (precision != Precision::Fp32)
        return title + QStringLiteral(" · ") + precisionName(precision);
    if (device.threads == 0)
        return title;
    return title + QStringLiteral(" · ")
        + (device.threads == 1 ? Devices::tr("1 thread") : Devices::tr("%1 threads").arg(device.threads));
}

QString precisionToolTip(Precision precision)
{
    switch (precision) {
    case Precision::Bf16:
        return Devices::tr("Half the memory and nearly twice as fast; attention differs from fp32's by about "
                           "2 % in the last block, less before.");
    case Precision::Fp16:
        return Devices::tr("Half the memory and faster; closer to fp32 than bf16, but large values overflow, "
                           "which is told as an error.");
    case Precision::Fp32:
        break;
    }
    return Devices::tr("The numbers of the reference libraries, to float32's last digits.");
}

}
