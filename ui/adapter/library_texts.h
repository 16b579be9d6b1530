// ui/adapter/library_texts.h: models within reach in words for people.
#pragma once
#include "ui/adapter/library_client.h"
#include <QPair>
#include <QString>
#include <QVector>

namespace patchlight
{

/// "22.9 MB": powers of a thousand, as file managers and the hub count.
QString bytesLabel(quint64 bytes);
/// "ViT", "CLIP ViT", "Swin v2": as the facts of the opened model say it.
QString familyLabel(const ListedModel& model);
/// "1,000 classes", "features, no classes"; empty where nothing is known.
QString knowsLabel(const ListedModel& model);
/// "DeiT-tiny", else the name without its owner, or the file's.
QString listedTitle(const ListedModel& model);
/// The quiet second line of a row: family, parameters, what it knows, licence.
QString listedSubtitle(const ListedModel& model);
/// What it is, in a sentence or two: ours for published ones and the default, else the card's own words, which are said
/// to be those; empty where there are none.
QString listedAbout(const ListedModel& model);
/// "12.3 of 22.9 MB · 3.4 MB/s · 3 s left"
QString transferLabel(const Transfer& transfer);
/// For the facts at the right: label and value.
QVector<QPair<QString, QString>> listedFacts(const ListedModel& model);

}
