// ui/view/widgets/collapsible_section.h: a heading that folds what is under it.
#pragma once
#include <QWidget>

class QVBoxLayout;

namespace patchlight
{
class SectionHeader;

class CollapsibleSection : public QWidget
{
    Q_OBJECT
public:
    explicit CollapsibleSection(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString&);
    QVBoxLayout* content() const { return m_content; } ///< add widgets here
    bool expanded() const;
    void setExpanded(bool);

Q_SIGNALS:
    void toggled(bool expanded);

private:
    SectionHeader* m_header;
    QWidget* m_body;
    QVBoxLayout* m_content;
};

}
