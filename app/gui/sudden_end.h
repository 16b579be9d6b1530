// app/gui/sudden_end.h: a window whose display went away ends at once.
#pragma once

namespace patchlight
{

/// While one lives, exit() on its thread ends the process there and then, with status 1. Qt calls it when it loses the
/// display, and has said so; static objects would be destroyed under the worker that still computes with them.
class SuddenEnd
{
public:
    SuddenEnd();
    ~SuddenEnd();
    SuddenEnd(const SuddenEnd&) = delete;
    SuddenEnd& operator=(const SuddenEnd&) = delete;
};

}
