// ui/view/window/head_menu.h: what can be done to a head and its block.
#pragma once
#include <QMenu>

namespace patchlight
{
class Session;

/// `head` −1: the block only. Deletes itself when closed.
class HeadMenu : public QMenu
{
    Q_OBJECT
public:
    HeadMenu(Session* session, int layer, int head, QWidget* parent);

private:
    void addChanges(int layer, int head);
    void addBlock(int layer);

    Session* m_session;
};

}
