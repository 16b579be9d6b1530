// ui/view/widgets/section_header.h: the clickable heading of a CollapsibleSection.
#pragma once
#include <QAbstractButton>

namespace patchlight
{

class SectionHeader : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SectionHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
};

}
