// tests/bench/main.cpp: the benchmarks run on the threads that the program would use.
#include "core/engine/startup.h"
#include <benchmark/benchmark.h>

int main(int argc, char** argv)
{
    patchlight::startUp(0);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
