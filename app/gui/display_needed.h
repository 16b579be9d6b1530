// app/gui/display_needed.h: what is said where there is no display to open a window on.
#pragma once
#include <qlogging.h>

namespace patchlight
{

/// While it lives, a display that Qt cannot reach ends the program with one sentence and status 1: left alone, Qt prints
/// five lines and aborts. Before and around the making of the QApplication; not two at once.
class DisplayNeeded
{
public:
    DisplayNeeded();
    ~DisplayNeeded();
    DisplayNeeded(const DisplayNeeded&) = delete;
    DisplayNeeded& operator=(const DisplayNeeded&) = delete;

private:
    QtMessageHandler m_before;
};

}
