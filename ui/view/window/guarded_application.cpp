// ui/view/window/guarded_application.cpp
#include "ui/view/window/guarded_application.h"
#include "ui/adapter/caught.h"
#include "ui/adapter/texts.h"
#include <QMetaObject>

namespace patchlight
{

bool GuardedApplication::notify(QObject* receiver, QEvent* event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (...) {
        const QString sentence = errorText(currentException("the window"));
        QMetaObject::invokeMethod(
            this, [this, sentence] { Q_EMIT caught(sentence); }, Qt::QueuedConnection);
        return true;
    }
}

}
