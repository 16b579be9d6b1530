// core/base/scientific.h: numbers far from one as people write them.
#pragma once
#include <string>

namespace patchlight
{

/// "2.1×10⁻⁶", UTF-8, with a true minus: `digits` significant ones of a finite number that is not 0.
std::string scientific(double value, int digits);
/// The same of a mantissa that is written already.
std::string timesPowerOfTen(const std::string& mantissa, int exponent);

}
