// core/base/run_context.h: how a long computation hears "stop" and says how far it is.
#pragma once
#include "core/base/cancel.h"
#include <functional>
#include <string_view>

namespace patchlight
{

struct Progress {
    std::string_view stage; ///< static text: "loading", "block", "patches"
    int done = 0;
    int total = 0; ///< 0 = unknown
};

/// Passed by reference through every long call. An empty report is allowed.
struct RunContext {
    CancelToken cancel;
    std::function<void(const Progress&)> report;

    void step(std::string_view stage, int done, int total) const
    {
        if (report)
            report({stage, done, total});
    }
};

}
