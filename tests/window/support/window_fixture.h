// tests/window/support/window_fixture.h: a main window over a fake engine, fresh for every test.
#pragma once
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/texts.h"
#include "ui/view/window/commands.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/main_window.h"
#include <QObject>
#include <memory>

namespace patchlight
{

/// Answers at once with what the test wrote down; empty: cancelled.
class FakeDialogs final : public Dialogs
{
public:
    QString picture, model, saved, folder, fact;
    QString suggested; ///< of the last file to save
    QString begun; ///< the folder that the last file to open was first looked for in
    QString folderToLookIn(QWidget*, const QString&) override { return folder; }
    QString folderToSave(QWidget*, const QString&) override { return folder; }
    QString fileToSave(QWidget*, const QString& suggestion, const QString&) override
    {
        suggested = suggestion;
        return saved;
    }
    QString pictureTitle; ///< of the dialog that asked for one last
    QString pictureToOpen(QWidget*, const QString& title, const QString& where) override
    {
        pictureTitle = title;
        begun = where;
        return picture;
    }
    QString modelToOpen(QWidget*, const QString& where) override
    {
        begun = where;
        return model;
    }
    QString factFile(QWidget*, const QString&) override { return fact; }
    bool confirmed(QWidget*, const QString&, const QString&) override { return false; }
};

/// Base of the tests that look at the whole window. Each test starts with empty settings and no picture.
class WindowFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

protected:
    /// After the window is shown: what every test of a class begins with.
    virtual void prepare() { }
    /// Another engine than the fake one; the window is a new one, too.
    void start(EngineFactory engine);
    /// Waits for its map.
    void openPicture(const QString& file = QStringLiteral("/pictures/a.png"));
    /// Waits for the run without them.
    void hide(const std::vector<Cell>& cells);
    /// As a click on that fact of the model does.
    void pressFact(FactId wanted);
    /// Of all that are listed, one after another; and each has its heading. The left panel is to be visible.
    void verifyNoMethodWidensItsPanel();
    /// What has just been shown finds its place with the next turn.
    static void settle() { QCoreApplication::processEvents(); }
    void trigger(Command command) { m_window->commands()[command]->trigger(); }
    template <class W> W* child(const char* name) const
    {
        auto* widget = m_window->findChild<W*>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }

    FakeDialogs m_dialogs;
    std::shared_ptr<FakeControl> m_control;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

}
