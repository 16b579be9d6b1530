// ui/adapter/inside/card_parts.h: elements that several cards are put together from.
#pragma once
#include "ui/adapter/inside/step_view.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>

namespace patchlight::inside
{

/// The context translators see.
struct CardText {
    Q_DECLARE_TR_FUNCTIONS(patchlight::inside::CardText)
};

/// "−3.78", "12.4", "1,370", "9.1×10¹²⁵": a true minus, as many decimals as tell something.
QString shown(double value);
/// e to this power: how many times likelier a score so much higher makes. Beyond what a double holds, too.
QString timesText(double difference);
QString percent(double share);
/// "−3.8 … 3.3" of the finite ones; no line breaks in it.
QString rangeText(const std::vector<float>& values);
QString sizes(std::initializer_list<std::int64_t> shape); ///< "197 × 192"
/// "block 8" and, where there are heads, "block 8, head 1".
QString blockText(const Subject& subject);
QString blockHeadText(const Subject& subject);

/// A sentence with %1 replaced by a class's name, which may be of either language: where Chinese stands beside Chinese, the
/// space that sets the name apart goes.
QString named(const QString& sentence, const QString& name);

Strip strip(Slice slice, const QString& caption, const QString& letter);
/// A map over the block's patches of one channel of [T, M].
Map channelMap(const Subject& subject, const NdArray& array, const std::string& name, int channel);
/// What the network saw, with its grid and the followed patch.
Picture seenPicture(const Subject& subject, const QString& caption);
/// The tokens a row reads most, largest first: places in the row.
std::vector<int> largest(const std::vector<float>& values, const std::vector<int>& tokens, int count);
Sign sign(const QString& text);
/// A formula's term before it is added, times the learned numbers γ of the layer scale where the network has them.
QString layerScaled(const Subject& subject, const QString& term, int number);
QString addedText(const Subject& subject); ///< "what is added"
/// Mean and standard deviation.
std::pair<double, double> moments(const std::vector<float>& values);
/// The difference of two vectors of one length.
std::vector<float> difference(const std::vector<float>& a, const std::vector<float>& b);
/// Small maps of the channels of [C, h, w] that are strongest on the mean.
QVector<Element> strongestChannels(const NdArray& array, const std::string& name, int count);

}
