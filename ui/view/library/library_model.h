// ui/view/library/library_model.h: the rows of one section, filtered by what is typed.
#pragma once
#include <QAbstractListModel>
#include <QStringList>

namespace patchlight
{
class ModelLibrary;
struct ModelRow;

/// Where to look.
enum class LibrarySection { Here, Published, Found };

class LibraryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { NameRole = Qt::UserRole, SubtitleRole, TrailRole, StateRole, FractionRole, TroubleRole };
    enum State { Here, Fetching, Unfinished, Broken, Offered, Unreachable };

    explicit LibraryModel(ModelLibrary* library, QObject* parent = nullptr);

    void setSection(LibrarySection section);
    LibrarySection section() const { return m_section; }
    void setFilter(const QString& words);
    int count(LibrarySection section) const; ///< unfiltered
    int rowOf(const QString& name) const; ///< −1: not among these

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    bool belongs(const ModelRow& row, LibrarySection section) const;
    bool matches(const ModelRow& row) const;
    State stateOf(const ModelRow& row) const;
    QString trailOf(const ModelRow& row) const;
    void collect();

    ModelLibrary* m_library;
    LibrarySection m_section = LibrarySection::Here;
    QString m_words;
    QStringList m_shown; ///< names
};

}
