// ui/view/window/incoming.h: what was dropped or pasted: picture files, a model file, or pixels.
#pragma once
#include <QImage>
#include <QString>
#include <QStringList>

class QMimeData;

namespace patchlight
{

struct Incoming {
    QStringList pictures; ///< a folder alone is one of them, among others it stands for all it has
    QString model; ///< the first model file or folder
    QString stranger; ///< a file that is neither, where there is nothing else
    QImage pixels;
    bool useful() const { return !pictures.isEmpty() || !model.isEmpty() || !pixels.isNull(); }
};

Incoming incomingFrom(const QMimeData* data);

}
