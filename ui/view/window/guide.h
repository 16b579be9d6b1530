// ui/view/window/guide.h: the user's guide in a window of its own, opened at the page that fits.
#pragma once
#include <QString>

class QWidget;

namespace patchlight
{

/// The page of the guide on this part of the window ("methods", "what-if"), for whoever asks for help in there.
void setGuidePage(QWidget* part, const char* page);
/// That of `asked` or of the nearest part around it; "index" where none says.
QString guidePageAt(const QWidget* asked);
/// Shows that page of the guide, in the window's language; `window` keeps one guide, which is there again the next time.
void showGuide(QWidget* window, const QString& page);

}
