// core/model/half_products.cpp
#include "core/model/half_products.h"
#include "core/model/packed/linear.h"
#include <ATen/Context.h>

namespace patchlight
{

void prepareHalfProducts()
{
    if (packed::Linear::available() && !packed::Linear::takesBFloat16())
        at::globalContext().setUserEnabledMkldnn(false);
}

}
