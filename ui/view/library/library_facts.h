// ui/view/library/library_facts.h: what is known of the chosen model, and what can be done with it.
#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace patchlight
{
class FactList;
class ModelLibrary;

class LibraryFacts : public QWidget
{
    Q_OBJECT
public:
    explicit LibraryFacts(ModelLibrary* library, QWidget* parent = nullptr);
    void choose(const QString& name); ///< empty: nothing is chosen

Q_SIGNALS:
    void openRequested(const QString& name);
    void cancelRequested(const QString& name);
    void removeRequested(const QString& name);

private:
    void refresh();
    void act();

    ModelLibrary* m_library;
    QString m_name;
    QLabel *m_title, *m_path, *m_about, *m_trouble;
    FactList* m_facts;
    QPushButton *m_action, *m_remove;
};

}
