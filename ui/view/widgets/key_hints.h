// ui/view/widgets/key_hints.h: key caps with what they do, as at the right of the status bar.
#pragma once
#include <QStringList>
#include <QVector>
#include <QWidget>

namespace patchlight
{

struct KeyHint {
    QStringList keys; ///< "[", "]"
    QString what; ///< "layer"
};

class KeyHints : public QWidget
{
    Q_OBJECT
public:
    explicit KeyHints(QWidget* parent = nullptr);
    /// In order of importance from the right; what does not fit is left out from the left.
    void setHints(const QVector<KeyHint>& hints);
    const QVector<KeyHint>& hints() const { return m_hints; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pressed(); ///< for those who would rather click

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override { Q_EMIT pressed(); }

private:
    QVector<KeyHint> m_hints;
};

}
