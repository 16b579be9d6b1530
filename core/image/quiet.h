// core/image/quiet.h: libraries that print their complaints instead of returning them.
#pragma once

namespace patchlight
{

/// While one lives, what its own thread prints to stderr goes nowhere: libjpeg, libpng and OpenCV talk there about
/// pictures that are merely odd ("extraneous bytes before marker"). Other threads' messages pass.
/// Where the C library cannot do that (not glibc), only OpenCV's own log is silenced.
class Quiet
{
public:
    Quiet();
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
};

}
