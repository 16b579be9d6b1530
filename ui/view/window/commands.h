// ui/view/window/commands.h: every command with its keys, in one table that also makes the help.
#pragma once
#include "ui/view/widgets/shortcut_overlay.h"
#include <QAction>
#include <QHash>
#include <QObject>

namespace patchlight
{

enum class Command {
    OpenPicture,
    Models,
    OpenModel,
    PreviousPicture,
    NextPicture,
    Paste,
    Copy,
    Export,
    Undo,
    Redo,
    Quit,
    LayerBack,
    LayerForward,
    Play,
    HeadBack,
    HeadForward,
    ClassToken,
    OtherWay,
    Tour,
    ToggleOverlay,
    PatchGrid,
    NetworkInput,
    Fit,
    ZoomIn,
    ZoomOut,
    ActualPixels,
    HidePatches,
    HeadOff,
    BlockOff,
    Untouched,
    Compare,
    Statistics,
    TestMap,
    TestWeights,
    Theme,
    LeftPanel,
    RightPanel,
    HeadsPanel,
    FullScreen,
    Guide,
    Help,
    About,
    Method1,
    Method2,
    Method3,
    Method4,
    Method5,
    Method6,
    Method7,
    Method8,
    Method9,
};

/// One QAction per command, added to the window so that its keys work everywhere in it.
class Commands : public QObject
{
    Q_OBJECT
public:
    explicit Commands(QWidget* window);
    QAction* operator[](Command command) const { return m_actions.value(command); }
    /// The table for the `?` overlay, with what only the canvas understands (arrows, mouse).
    static QVector<ShortcutGroup> help();

private:
    QHash<Command, QAction*> m_actions;
};

}
