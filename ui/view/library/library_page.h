// ui/view/library/library_page.h: the page of models: where to look, rows, the facts of the chosen one.
#pragma once
#include "ui/view/library/library_model.h"
#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace patchlight
{
class Dialogs;
class LibraryFacts;
class LibraryList;

/// Lies over the picture and its panels until something is opened or Esc.
class LibraryPage : public QWidget
{
    Q_OBJECT
public:
    LibraryPage(ModelLibrary* library, Dialogs* dialogs, QWidget* parent = nullptr);

    /// Shows what is on the disk now; `name` is chosen, where it is in that section.
    void popup(LibrarySection section, const QString& name = {});
    void leave(); ///< nothing where it is not shown

Q_SIGNALS:
    void fileRequested(); ///< a model by the file dialog
    void cameAndWent(bool visible);

protected:
    bool event(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    QWidget* buildSections();
    QWidget* buildMiddle();
    void hear();
    void showSection(LibrarySection section);
    void showSections();
    void showHint();
    void enter();
    void remove(const QString& name);
    QString emptyText() const;

    ModelLibrary* m_library;
    Dialogs* m_dialogs;
    LibraryModel* m_model;
    LibraryList* m_list;
    LibraryFacts* m_facts;
    QWidget* m_factsPanel;
    QListWidget* m_sections;
    QLineEdit* m_search;
    QLabel *m_hint, *m_empty;
    QPushButton* m_ask;
    QString m_wanted; ///< to be chosen once its row is there
    QPointer<QWidget> m_focusBefore;
};

}
