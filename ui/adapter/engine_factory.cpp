// ui/adapter/engine_factory.cpp
#include "ui/adapter/engine_factory.h"
#include <thread>

namespace patchlight
{
namespace
{

int withoutOneForTheWindow()
{
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    return processors > 2 ? processors - 1 : processors;
}

}

EngineFactory coreEngine(std::optional<int> threads)
{
    return [threads = threads.value_or(withoutOneForTheWindow())] {
        return std::make_unique<Engine>(EngineOptions{threads});
    };
}

}
