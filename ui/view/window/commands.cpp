// ui/view/window/commands.cpp: the table of commands and keys.
#include "ui/view/window/commands.h"
#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>
#include <span>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

struct Row {
    Command command;
    const char* name; ///< the action's object name
    const char* group;
    const char* title; ///< lower case, as in the help
    const char* keys; ///< one or several, apart by spaces
};

constexpr const char* kFile = QT_TRANSLATE_NOOP("Commands", "Pictures and models");
constexpr const char* kMap = QT_TRANSLATE_NOOP("Commands", "Map");
constexpr const char* kChange = QT_TRANSLATE_NOOP("Commands", "What if");
constexpr const char* kView = QT_TRANSLATE_NOOP("Commands", "View");
constexpr const char* kInside = QT_TRANSLATE_NOOP("Commands", "Inside");
constexpr const char* kWindow = QT_TRANSLATE_NOOP("Commands", "Window");

constexpr Row kRows[]{
    {Command::OpenPicture, "openPicture", kFile, QT_TRANSLATE_NOOP("Commands", "open a picture"), "Ctrl+O"},
    {Command::Models, "models", kFile, QT_TRANSLATE_NOOP("Commands", "models"), "Ctrl+M"},
    {Command::OpenModel, "openModel", kFile, QT_TRANSLATE_NOOP("Commands", "open a model file"), "Ctrl+Shift+O"},
    {Command::PreviousPicture, "previousPicture", kFile, QT_TRANSLATE_NOOP("Commands", "previous in folder"), "PgUp"},
    {Command::NextPicture, "nextPicture", kFile, QT_TRANSLATE_NOOP("Commands", "next in folder"), "PgDown"},
    {Command::Paste, "paste", kFile, QT_TRANSLATE_NOOP("Commands", "paste a picture"), "Ctrl+V"},
    {Command::Copy, "copy", kFile, QT_TRANSLATE_NOOP("Commands", "copy the overlay"), "Ctrl+C"},
    {Command::Export, "export", kFile, QT_TRANSLATE_NOOP("Commands", "export"), "Ctrl+E"},
    {Command::LayerBack, "layerBack", kMap, QT_TRANSLATE_NOOP("Commands", "layer before"), "["},
    {Command::LayerForward, "layerForward", kMap, QT_TRANSLATE_NOOP("Commands", "layer after"), "]"},
    {Command::Play, "play", kMap, QT_TRANSLATE_NOOP("Commands", "play through the layers"), "P"},
    {Command::HeadBack, "headBack", kMap, QT_TRANSLATE_NOOP("Commands", "head before"), ","},
    {Command::HeadForward, "headForward", kMap, QT_TRANSLATE_NOOP("Commands", "head after"), "."},
    {Command::ClassToken, "classToken", kMap, QT_TRANSLATE_NOOP("Commands", "stop; query: class token"), "Esc"},
    {Command::OtherWay, "otherWay", kView, QT_TRANSLATE_NOOP("Commands", "map or inside"), "Ctrl+Tab"},
    {Command::Tour, "tour", kInside, QT_TRANSLATE_NOOP("Commands", "tour through the network"), "Shift+P"},
    {Command::ToggleOverlay, "toggleOverlay", kView, QT_TRANSLATE_NOOP("Commands", "map on or off"), "M"},
    {Command::PatchGrid, "patchGrid", kView, QT_TRANSLATE_NOOP("Commands", "patch grid"), "G"},
    {Command::NetworkInput, "networkInput", kView, QT_TRANSLATE_NOOP("Commands", "what the network saw"), "I"},
    {Command::Fit, "fit", kView, QT_TRANSLATE_NOOP("Commands", "fit the picture"), "Ctrl+0 F"},
    {Command::ZoomIn, "zoomIn", kView, QT_TRANSLATE_NOOP("Commands", "zoom in"), "Ctrl++ Ctrl+="},
    {Command::ZoomOut, "zoomOut", kView, QT_TRANSLATE_NOOP("Commands", "zoom out"), "Ctrl+-"},
    {Command::ActualPixels, "actualPixels", kView, QT_TRANSLATE_NOOP("Commands", "actual pixels"), "Ctrl+1"},
    {Command::Undo, "undo", kChange, QT_TRANSLATE_NOOP("Commands", "undo"), "Ctrl+Z"},
    {Command::Redo, "redo", kChange, QT_TRANSLATE_NOOP("Commands", "redo"), "Ctrl+Shift+Z Ctrl+Y"},
    {Command::HidePatches, "hidePatches", kChange, QT_TRANSLATE_NOOP("Commands", "hide patches"), "H"},
    {Command::HeadOff, "headOff", kChange, QT_TRANSLATE_NOOP("Commands", "this head off or on"), "X"},
    {Command::BlockOff, "blockOff", kChange, QT_TRANSLATE_NOOP("Commands", "this block off or on"), "Shift+X"},
    {Command::Untouched, "untouched", kChange, QT_TRANSLATE_NOOP("Commands", "reset all changes"), "R"},
    {Command::Compare, "compare", kView, QT_TRANSLATE_NOOP("Commands", "compare two maps"), "C"},
    {Command::Statistics, "statistics", kView, QT_TRANSLATE_NOOP("Commands", "maps or numbers"), "S"},
    {Command::TestMap, "testMap", kMap, QT_TRANSLATE_NOOP("Commands", "test this map"), "T"},
    {Command::TestWeights, "testWeights", kMap, QT_TRANSLATE_NOOP("Commands", "randomise the weights"), "Shift+T"},
    {Command::Theme, "theme", kWindow, QT_TRANSLATE_NOOP("Commands", "dark or light"), "Ctrl+T"},
    {Command::LeftPanel, "leftPanel", kWindow, QT_TRANSLATE_NOOP("Commands", "map panel"), "F2"},
    {Command::RightPanel, "rightPanel", kWindow, QT_TRANSLATE_NOOP("Commands", "prediction panel"), "F3"},
    {Command::HeadsPanel, "headsPanel", kWindow, QT_TRANSLATE_NOOP("Commands", "heads panel"), "F4"},
    {Command::FullScreen, "fullScreen", kWindow, QT_TRANSLATE_NOOP("Commands", "the picture alone"), "F11"},
    {Command::Guide, "guide", kWindow, QT_TRANSLATE_NOOP("Commands", "the guide for this"), "F1"},
    {Command::Help, "help", kWindow, QT_TRANSLATE_NOOP("Commands", "these keys"), "?"},
    {Command::About, "about", kWindow, QT_TRANSLATE_NOOP("Commands", "about Patchlight"), "Shift+F1"},
    {Command::Quit, "quit", kWindow, QT_TRANSLATE_NOOP("Commands", "quit"), "Ctrl+Q"},
    {Command::Method1, "method1", nullptr, nullptr, "1"},
    {Command::Method2, "method2", nullptr, nullptr, "2"},
    {Command::Method3, "method3", nullptr, nullptr, "3"},
    {Command::Method4, "method4", nullptr, nullptr, "4"},
    {Command::Method5, "method5", nullptr, nullptr, "5"},
    {Command::Method6, "method6", nullptr, nullptr, "6"},
    {Command::Method7, "method7", nullptr, nullptr, "7"},
    {Command::Method8, "method8", nullptr, nullptr, "8"},
    {Command::Method9, "method9", nullptr, nullptr, "9"},
};

/// What canvas and lists understand by themselves; for the help only.
struct Extra {
    const char* group;
    const char* keys;
    const char* title;
};
constexpr Extra kExtras[]{
    {kMap, "1 … 9", QT_TRANSLATE_NOOP("Commands", "choose the method")},
    {kMap, "← ↑ ↓ →", QT_TRANSLATE_NOOP("Commands", "query: next patch")},
    {kMap, "Click", QT_TRANSLATE_NOOP("Commands", "query: this patch")},
    {kMap, "Drag", QT_TRANSLATE_NOOP("Commands", "query: a region")},
    {kMap, "Shift+Click", QT_TRANSLATE_NOOP("Commands", "who looks here")},
    {kMap, "Right Click", QT_TRANSLATE_NOOP("Commands", "all of these as a menu")},
    {kMap, "Ctrl+Click", QT_TRANSLATE_NOOP("Commands", "fuse this head, too")},
    {kMap, "Tab", QT_TRANSLATE_NOOP("Commands", "go inside")},
    {kInside, "↑ ↓", QT_TRANSLATE_NOOP("Commands", "step before or after")},
    {kInside, "Click", QT_TRANSLATE_NOOP("Commands", "this patch or filter")},
    {kInside, "Esc", QT_TRANSLATE_NOOP("Commands", "end the tour")},
    {kInside, "Tab", QT_TRANSLATE_NOOP("Commands", "back to the map")},
    {kChange, "Drag", QT_TRANSLATE_NOOP("Commands", "hide the patches under it")},
    {kChange, "Right Drag", QT_TRANSLATE_NOOP("Commands", "show them again")},
    {kView, "Space", QT_TRANSLATE_NOOP("Commands", "picture without the map")},
    {kView, "Wheel", QT_TRANSLATE_NOOP("Commands", "zoom at the cursor")},
    {kView, "Middle Drag", QT_TRANSLATE_NOOP("Commands", "move the picture")},
    {kView, "Double-click", QT_TRANSLATE_NOOP("Commands", "fit the picture")},
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

/// What a key cap says: keys are called the same everywhere but where a language has its own words for the mouse.
QString capText(const QString& key)
{
    static constexpr const char* kMouse[]{QT_TRANSLATE_NOOP("KeyCaps", "Click"), QT_TRANSLATE_NOOP("KeyCaps", "Drag"),
        QT_TRANSLATE_NOOP("KeyCaps", "Right"), QT_TRANSLATE_NOOP("KeyCaps", "Middle"),
        QT_TRANSLATE_NOOP("KeyCaps", "Wheel"), QT_TRANSLATE_NOOP("KeyCaps", "Double-click"),
        QT_TRANSLATE_NOOP("KeyCaps", "Space")};
    if (key == QLatin1String("PgUp") || key == QLatin1String("PgDown")) // as Qt calls them
        return key == QLatin1String("PgUp") ? u"Page Up"_s : u"Page Down"_s;
    QStringList parts = key.split(u'+');
    for (QString& part : parts)
        for (const char* word : kMouse)
            if (part == QLatin1String(word))
                part = QCoreApplication::translate("KeyCaps", word);
    return key.endsWith(u'+') ? key : parts.join(u'+');
}

QStringList capTexts(const QStringList& keys)
{
    QStringList texts;
    for (const QString& key : keys)
        texts << capText(key);
    return texts;
}

QList<QKeySequence> sequences(const char* keys)
{
    QList<QKeySequence> list;
    for (const QString& key : QString::fromLatin1(keys).split(u' '))
        list << QKeySequence(key);
    return list;
}

}

Commands::Commands(QWidget* window) : QObject(window)
{
    for (const Row& row : kRows) {
        auto* action = new QAction(row.title ? capital(translated(row.title)) : QString(), window);
        action->setObjectName(QString::fromLatin1(row.name));
        action->setShortcuts(sequences(row.keys));
        window->addAction(action);
        m_actions.insert(row.command, action);
    }
}

QVector<ShortcutGroup> Commands::help()
{
    QVector<ShortcutGroup> groups;
    for (const char* group : {kFile, kMap, kInside, kChange, kView, kWindow}) {
        ShortcutGroup shown{translated(group), {}};
        for (const Row& row : kRows)
            if (row.group == group)
                shown.hints << KeyHint{{capText(QString::fromLatin1(row.keys).section(u' ', 0, 0))}, translated(row.title)};
        for (const Extra& extra : kExtras)
            if (extra.group == group)
                shown.hints << KeyHint{capTexts(QString::fromUtf8(extra.keys).split(u' ')), translated(extra.title)};
        groups << shown;
    }
    return groups;
}

}
