// ui/view/inside/formula.h: formulas set as in print: italic letters, subscripts, fractions, roots.
#pragma once
#include <QFont>
#include <QRectF>
#include <QString>
#include <QVector>
#include <memory>

class QPainter;

namespace patchlight
{
namespace formula
{
struct Box;
}

/// Markup: letters are set italic, digits and \text{…} upright; _x or _{…}, ^x or ^{…}; \frac{a}{b}, \sqrt{a};
/// \sum \cdot \odot \mu \sigma \gamma \beta \ldots and "\," for a thin space; \on{name}{…} is a part that can be
/// pointed at. What is no markup is shown as it stands.
class Formula
{
public:
    Formula() = default;
    Formula(const QString& markup, int pixels);

    QSizeF size() const;
    double ascent() const;
    /// Baseline at `at`; parts called `lit` in the accent.
    void paint(QPainter& p, QPointF at, const QColor& colour, const QString& lit, const QColor& accent) const;
    /// Of the part under a point, relative to the baseline's left end; empty where there is none.
    QString partAt(QPointF point) const;
    bool empty() const { return !m_box; }
    /// For screen readers: "s j = q · k j / √ 64".
    QString spoken() const { return m_spoken; }

private:
    std::shared_ptr<const formula::Box> m_box;
    QString m_spoken;
};

}
