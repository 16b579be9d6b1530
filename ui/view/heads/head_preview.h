// ui/view/heads/head_preview.h: one head enlarged, with its numbers, beside its thumbnail.
#pragma once
#include <QImage>
#include <QWidget>

namespace patchlight
{

class HeadPreview : public QWidget
{
    Q_OBJECT
public:
    explicit HeadPreview(QWidget* parent);
    /// Side of the enlarged map in device pixels of the screen the preview appears on.
    int imageSide() const;
    /// Beside `anchor` (global), where there is room.
    void popup(const QImage& map, const QString& title, const QString& lines, const QRect& anchor);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QImage m_map;
    QString m_title;
    QStringList m_lines;
};

}
