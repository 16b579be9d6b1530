// ui/adapter/device_texts.h: where and in which precision the network runs, in words.
#pragma once
#include "core/engine/engine.h"
#include <QString>
#include <optional>

namespace patchlight
{

/// "fp32", "bf16", "fp16": as the command line writes it.
QString precisionName(Precision precision);
std::optional<Precision> precisionByName(const QString& name);

/// "CPU · 2 threads", and in another precision than fp32 "CPU · bf16".
QString deviceText(const DeviceInfo& device, Precision precision);
/// Of one that is not available: "CUDA – " and why, which is also what `whyMissing` says alone.
QString missingDeviceText(const DeviceInfo& device);
QString whyMissing(const DeviceInfo& device);
/// One sentence: what computing so costs and gains.
QString precisionToolTip(Precision precision);

}
