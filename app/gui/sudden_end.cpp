// app/gui/sudden_end.cpp: exit() destroys what is the thread's own before anything static, whenever that was made.
#include "app/gui/sudden_end.h"
#include <cstdlib>

namespace patchlight
{
namespace
{

struct AtExit {
    bool armed = false;
    ~AtExit()
    {
        if (armed)
            std::_Exit(EXIT_FAILURE);
    }
};

thread_local AtExit atExit;

}

SuddenEnd::SuddenEnd()
{
    atExit.armed = true;
}

SuddenEnd::~SuddenEnd()
{
    atExit.armed = false;
}

}
