// ui/view/theme/motion.h: whether things may move.
#pragma once

namespace patchlight
{

/// True where the desktop switches animations off (GTK's and KDE's settings files) or setReducedMotion() says so.
/// Then every change happens at once.
bool reducedMotion();
void setReducedMotion(bool);

}
