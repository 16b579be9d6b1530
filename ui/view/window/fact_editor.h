// ui/view/window/fact_editor.h: corrects a fact of the model where it stands.
#pragma once
#include "ui/adapter/texts.h"
#include <QPoint>

class QWidget;

namespace patchlight
{
class Dialogs;
class Session;

/// Opens, at `global`, a menu where the fact has few values or comes from a file, else a line of text. What is chosen
/// loads the model again; "as the file says" takes the correction back. `session` and `dialogs` outlive the window.
void editFact(Session* session, Dialogs* dialogs, FactId fact, QPoint global, QWidget* window);

}
