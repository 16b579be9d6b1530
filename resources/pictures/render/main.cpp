// resources/pictures/render/main.cpp: renders the sample pictures. See ../README.md for the command.
#include "develop.h"
#include "scenes.h"
#include "tracer.h"
#include <cstdio>
#include <cstdlib>

/// main FOLDER [NAME|all] [WIDTH] [SAMPLES]
int main(int count, char** arguments)
{
    const std::string folder = count > 1 ? arguments[1] : ".";
    const std::string wanted = count > 2 ? arguments[2] : "all";
    const int width = count > 3 ? std::atoi(arguments[3]) : 720;
    const int samples = count > 4 ? std::atoi(arguments[4]) : 0;
    for (const auto& scene : allScenes()) {
        if (wanted != "all" && wanted != scene->name)
            continue;
        const Picture picture = take(*scene, width, width * 3 / 4, samples > 0 ? samples : scene->samples,
            std::max(1U, std::thread::hardware_concurrency()));
        const std::string path = folder + "/" + scene->name + ".jpg";
        if (!develop(picture, *scene, path))
            return 1;
        std::printf("%s\n", path.c_str());
    }
}
