// ui/view/library/library_list.h: models as rows of two lines: a dot when here, a thin bar while fetched.
#pragma once
#include <QListView>

namespace patchlight
{
class LibraryModel;

class LibraryList : public QListView
{
    Q_OBJECT
public:
    explicit LibraryList(LibraryModel* model, QWidget* parent = nullptr);
    QString currentName() const;
    void choose(const QString& name);

Q_SIGNALS:
    void chosen(const QString& name);
    void openRequested(const QString& name); ///< Enter, a double click
    void typed(const QString& text); ///< a search begins
    void cancelRequested(const QString& name); ///< the cross of a row that is fetched; Delete or Backspace

protected:
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void keyboardSearch(const QString& text) override { Q_EMIT typed(text); }
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    class Delegate;
    LibraryModel* m_model;
};

}
