// core/engine/versions.cpp
#include "core/engine/versions.h"
#include "core/model/products.h"
#include <opencv2/core/version.hpp>
#include <torch/version.h>
#if __has_include(<oneapi/dnnl/dnnl_version.h>)
#include <oneapi/dnnl/dnnl_version.h>
#endif

namespace patchlight
{

std::vector<std::pair<std::string, std::string>> libraryVersions()
{
    std::vector<std::pair<std::string, std::string>> all{{"torch", TORCH_VERSION}, {"opencv", CV_VERSION}};
#ifdef DNNL_VERSION_MAJOR
    all.emplace_back("onednn",
        std::to_string(DNNL_VERSION_MAJOR) + "." + std::to_string(DNNL_VERSION_MINOR) + "."
            + std::to_string(DNNL_VERSION_PATCH));
#endif
    all.emplace_back("products", productKernels());
    return all;
}

}
