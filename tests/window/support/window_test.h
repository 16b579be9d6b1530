// tests/window/support/window_test.h: one quiet, repeatable main for every window test.
#pragma once
#include "ui/view/window/guarded_application.h"
#include <QLocale>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTest>

namespace patchlight
{

/// Fusion style, English numbers, test settings, no blinking; then runs the test object.
template <class Test> int runWindowTest(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    GuardedApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("patchlight-test"));
    QCoreApplication::setApplicationName(QString::fromLatin1(Test::staticMetaObject.className()));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setCursorFlashTime(0);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}

/// At the end of every `*_test.cpp`; include its own .moc after it.
#define PATCHLIGHT_WINDOW_TEST(Test)                                                                                   \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        return patchlight::runWindowTest<Test>(argc, argv);                                                            \
    }
