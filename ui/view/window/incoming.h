// ui/view/window/incoming.h: what was dropped or pasted: a picture file, a model file, or pixels.
#pragma once
#include <QImage>
#include <QString>

class QMimeData;

namespace patchlight
{

struct Incoming {
    QString picture; ///< the first picture file, or the first of a folder of them
    int pictures = 0; ///< files of that kind
    QString model; ///< the first model file or folder
    QString stranger; ///< a file that is neither, where there is nothing else
    QImage pixels;
    bool useful() const { return !picture.isEmpty() || !model.isEmpty() || !pixels.isNull(); }
};

Incoming incomingFrom(const QMimeData* data);

}
