// ui/view/window/method_list.h: the methods with what each uses; what the network cannot have is grey and says why.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/choices.h"
#include <QVector>
#include <QWidget>

class QVBoxLayout;

namespace patchlight
{
class CollapsibleSection;
class OptionList;
class Session;

class MethodList : public QWidget
{
    Q_OBJECT
public:
    explicit MethodList(Session* session, QWidget* parent = nullptr);

private:
    /// Folded until one of its methods is chosen. No title: always open.
    struct Section {
        QVector<Method> methods;
        OptionList* list = nullptr;
        CollapsibleSection* fold = nullptr;
    };
    Section makeSection(QVBoxLayout* column, const QString& title, const QString& objectName, const QVector<Method>& methods);
    static QString unfitText(Unfit why);
    void fill();
    void showChoice();

    Session* m_session;
    QVector<Section> m_sections;
};

}
