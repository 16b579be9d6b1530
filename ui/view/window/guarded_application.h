// ui/view/window/guarded_application.h: the application that outlives what its slots throw.
#pragma once
#include <QApplication>
#include <QString>

namespace patchlight
{

/// Qt does not let an exception through its event loop: out of memory in a slot would end the program. Here it ends
/// the slot, and one sentence is told.
class GuardedApplication : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    /// Once the event loop is reached again.
    void caught(const QString& sentence);
};

}
