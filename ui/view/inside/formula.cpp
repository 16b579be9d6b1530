// ui/view/inside/formula.cpp: reads the markup into boxes, which know their size and paint themselves.
#include "ui/view/inside/formula.h"
#include "ui/view/theme/theme.h"
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <algorithm>

namespace patchlight
{
namespace formula
{

/// A leaf with text, or a row of boxes with places.
struct Box {
    enum class Kind { Text, Row, Fraction, Root };
    Kind kind = Kind::Row;
    double width = 0, ascent = 0, descent = 0;
    QString text, part;
    QFont font;
    struct Placed {
        std::shared_ptr<Box> box;
        QPointF at; ///< its baseline's left end
    };
    QVector<Placed> inner;
};

}

namespace
{

using namespace Qt::StringLiterals;
using formula::Box;
using BoxPtr = std::shared_ptr<Box>;

constexpr double kScript = 0.72;

QFont mathFont(double pixels, bool italic)
{
    QFont font(QStringList{u"Latin Modern Math"_s, u"STIX Two Text"_s, u"Nimbus Roman"_s, u"C059"_s, u"DejaVu Serif"_s});
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(std::max(6, qRound(pixels)));
    font.setItalic(italic);
    return font;
}

const QHash<QString, QString>& symbols()
{
    static const QHash<QString, QString> all{{u"sum"_s, u"∑"_s}, {u"cdot"_s, u"·"_s}, {u"odot"_s, u"⊙"_s}, {u"mu"_s, u"μ"_s},
        {u"sigma"_s, u"σ"_s}, {u"tau"_s, u"τ"_s}, {u"gamma"_s, u"γ"_s}, {u"beta"_s, u"β"_s}, {u"ldots"_s, u"…"_s}, {u"times"_s, u"×"_s}};
    return all;
}

class Reader
{
public:
    Reader(const QString& markup, QString& spoken) : m_text(markup), m_spoken(spoken) { }

    BoxPtr row(double pixels)
    {
        auto out = std::make_shared<Box>();
        while (m_at < m_text.size() && m_text[m_at] != u'}') {
            const QChar c = m_text[m_at];
            if (c == u'_' || c == u'^') {
                script(*out, pixels);
                continue;
            }
            append(*out, atom(pixels));
        }
        return out;
    }

private:
    static void append(Box& row, const BoxPtr& box)
    {
        row.inner.push_back({box, {row.width, 0}});
        row.width += box->width;
        row.ascent = std::max(row.ascent, box->ascent);
        row.descent = std::max(row.descent, box->descent);
    }

    BoxPtr leaf(const QString& text, double pixels, bool italic, double space = 0)
    {
        auto box = std::make_shared<Box>();
        box->kind = Box::Kind::Text;
        box->text = text;
        box->font = mathFont(pixels, italic);
        const QFontMetricsF metrics(box->font);
        box->width = metrics.horizontalAdvance(text) + 2 * space;
        box->ascent = pixels * 0.72;
        box->descent = pixels * 0.24;
        if (!text.trimmed().isEmpty())
            m_spoken += text + u' ';
        if (space > 0) { // operators stand apart
            auto row = std::make_shared<Box>();
            box->width -= 2 * space;
            row->inner.push_back({box, {space, 0}});
            row->width = box->width + 2 * space;
            row->ascent = box->ascent;
            row->descent = box->descent;
            return row;
        }
        return box;
    }

    QString name()
    {
        QString word;
        while (m_at < m_text.size() && m_text[m_at].isLetter())
            word += m_text[m_at++];
        return word;
    }

    QString braced()
    {
        QString word;
        if (m_at < m_text.size() && m_text[m_at] == u'{')
            ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != u'}')
            word += m_text[m_at++];
        ++m_at;
        return word;
    }

    BoxPtr group(double pixels)
    {
        if (m_at >= m_text.size() || m_text[m_at] != u'{')
            return atom(pixels);
        ++m_at;
        auto inner = row(pixels);
        ++m_at;
        return inner;
    }

    BoxPtr atom(double pixels)
    {
        const QChar c = m_text[m_at];
        if (c == u'{')
            return group(pixels);
        ++m_at;
        if (c == u'\\')
            return command(pixels);
        if (c == u' ')
            return leaf({}, pixels, false);
        if (c.isLetter())
            return leaf(QString(c), pixels, true);
        if (c == u'-')
            return leaf(u"−"_s, pixels, false, pixels * 0.22);
        if (QStringLiteral("=+*").contains(c))
            return leaf(c == u'*' ? u"∗"_s : QString(c), pixels, false, pixels * 0.22);
        if (c == u',' || c == u';')
            return leaf(QString(c) + QChar(0x2009), pixels, false);
        return leaf(QString(c), pixels, false);
    }

    BoxPtr command(double pixels)
    {
        if (m_at < m_text.size() && m_text[m_at] == u',') {
            ++m_at;
            return leaf(QString(QChar(0x2009)), pixels, false);
        }
        const QString word = name();
        if (word == u"text"_s)
            return leaf(braced(), pixels, false);
        if (word == u"on"_s) {
            const QString part = braced();
            auto inner = group(pixels);
            auto box = std::make_shared<Box>();
            append(*box, inner);
            box->part = part;
            return box;
        }
        if (word == u"frac"_s)
            return fraction(pixels);
        if (word == u"sqrt"_s)
            return root(pixels);
        const QString symbol = symbols().value(word, word);
        if (word == u"sum"_s) { // its index stands at its foot, not after the room that fonts leave beside so wide a sign
            auto sign = leaf(symbol, pixels * 1.25, false);
            sign->width = std::min(sign->width, QFontMetricsF(sign->font).tightBoundingRect(symbol).right() + pixels * 0.04);
            return sign;
        }
        const bool apart = word == u"cdot"_s || word == u"odot"_s || word == u"times"_s;
        return leaf(symbol, pixels, false, apart ? pixels * 0.14 : 0);
    }

    BoxPtr fraction(double pixels)
    {
        auto box = std::make_shared<Box>();
        box->kind = Box::Kind::Fraction;
        const double size = pixels * 0.86;
        const auto above = group(size);
        m_spoken += u"/ "_s;
        const auto below = group(size);
        const double axis = pixels * 0.26, gap = pixels * 0.16, side = pixels * 0.14;
        box->width = std::max(above->width, below->width) + 2 * side;
        box->inner.push_back({above, {(box->width - above->width) / 2, -axis - gap - above->descent}});
        box->inner.push_back({below, {(box->width - below->width) / 2, -axis + gap + below->ascent}});
        box->ascent = axis + gap + above->descent + above->ascent;
        box->descent = -axis + gap + below->ascent + below->descent;
        box->font = mathFont(pixels, false);
        return box;
    }

    BoxPtr root(double pixels)
    {
        auto box = std::make_shared<Box>();
        box->kind = Box::Kind::Root;
        m_spoken += u"√ "_s;
        const auto inner = group(pixels);
        const double hook = pixels * 0.6;
        box->inner.push_back({inner, {hook, 0}});
        box->width = hook + inner->width + pixels * 0.08;
        box->ascent = inner->ascent + pixels * 0.14;
        box->descent = inner->descent * 0.7;
        box->font = mathFont(pixels, false);
        return box;
    }

    /// Hangs what follows "_" or "^" on the last box; both after each other stand above each other.
    void script(Box& row, double pixels)
    {
        const bool below = m_text[m_at++] == u'_';
        const auto inner = group(pixels * kScript);
        const bool again = m_hung && m_hungOn == row.inner.size();
        const double left = again ? m_hungAt : row.width;
        const double drop = below ? pixels * 0.24 : -pixels * 0.38;
        row.inner.push_back({inner, {left + pixels * 0.03, drop}});
        row.ascent = std::max(row.ascent, inner->ascent - drop);
        row.descent = std::max(row.descent, inner->descent + drop);
        row.width = std::max(row.width, left + inner->width + pixels * 0.05);
        m_hung = true;
        m_hungOn = row.inner.size();
        m_hungAt = left;
    }

    const QString m_text;
    QString& m_spoken;
    qsizetype m_at = 0;
    bool m_hung = false;
    qsizetype m_hungOn = 0;
    double m_hungAt = 0;
};

struct Ink {
    QColor colour, accent;
    QString lit;
};

void paintBox(QPainter& p, const Box& box, QPointF at, const Ink& ink, bool lit)
{
    lit = lit || (!box.part.isEmpty() && box.part == ink.lit);
    const QColor colour = lit ? ink.accent : ink.colour;
    if (box.kind == Box::Kind::Text) {
        p.setFont(box.font);
        p.setPen(colour);
        p.drawText(at, box.text);
        return;
    }
    const double pixels = box.font.pixelSize();
    p.setPen(QPen(colour, std::max(1.0, pixels / 16)));
    if (box.kind == Box::Kind::Fraction) {
        const double y = at.y() - pixels * 0.26;
        p.drawLine(QPointF(at.x() + pixels * 0.06, y), QPointF(at.x() + box.width - pixels * 0.06, y));
    }
    if (box.kind == Box::Kind::Root) {
        const double top = at.y() - box.ascent, bottom = at.y() + box.descent * 0.6;
        p.drawPolyline(QPolygonF{{at.x() + pixels * 0.08, at.y() - pixels * 0.22}, {at.x() + pixels * 0.2, at.y() - pixels * 0.3},
            {at.x() + pixels * 0.36, bottom}, {at.x() + pixels * 0.54, top}, {at.x() + box.width, top}});
    }
    for (const auto& placed : box.inner)
        paintBox(p, *placed.box, at + placed.at, ink, lit);
}

QString partOf(const Box& box, QPointF point)
{
    const bool inside = point.x() >= 0 && point.x() <= box.width && point.y() >= -box.ascent - 3 && point.y() <= box.descent + 3;
    if (!inside)
        return {};
    for (const auto& placed : box.inner)
        if (const QString part = partOf(*placed.box, point - placed.at); !part.isEmpty())
            return part;
    return box.part;
}

}

Formula::Formula(const QString& markup, int pixels)
{
    if (!markup.isEmpty())
        m_box = Reader(markup, m_spoken).row(pixels);
}

QSizeF Formula::size() const
{
    return m_box ? QSizeF(m_box->width, m_box->ascent + m_box->descent) : QSizeF();
}

double Formula::ascent() const
{
    return m_box ? m_box->ascent : 0;
}

void Formula::paint(QPainter& p, QPointF at, const QColor& colour, const QString& lit, const QColor& accent) const
{
    if (!m_box)
        return;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    paintBox(p, *m_box, at, {colour, accent, lit}, false);
    p.restore();
}

QString Formula::partAt(QPointF point) const
{
    return m_box ? partOf(*m_box, point) : QString();
}

}
