// ui/view/widgets/strip_layout.h: words and controls in one row, or in several where there is no room.
#pragma once
#include <QLayout>
#include <QList>
#include <memory>
#include <vector>

class QLabel;

namespace patchlight
{

/// The words take what the controls leave. Where that is little they stand above them, and controls that still do not fit
/// go on in the next row: none lies on another at any width.
class StripLayout : public QLayout
{
public:
    explicit StripLayout(QWidget* strip);
    ~StripLayout() override;

    void setWords(QLabel* words); ///< empty ones take no room
    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return layOut(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

private:
    /// The rows that the controls need.
    std::vector<QList<QLayoutItem*>> rows(int width) const;
    int widthOf(const QList<QLayoutItem*>& row) const;
    int layOut(const QRect& place, bool move) const; ///< the height that is needed

    QList<QLayoutItem*> m_controls;
    std::unique_ptr<QLayoutItem> m_words;
    QLabel* m_label = nullptr;
};

}
