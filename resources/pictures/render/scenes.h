// resources/pictures/render/scenes.h: the list of the sample pictures.
#pragma once
#include "beacon.h"
#include "bell_pepper.h"
#include "birdhouse.h"
#include "espresso.h"
#include "goldfish.h"
#include "jellyfish.h"
#include "king_penguin.h"
#include "ladybug.h"
#include "lemon.h"
#include "monarch.h"
#include "mushroom.h"
#include "school_bus.h"
#include "suspension_bridge.h"
#include "teapot.h"
#include <memory>

template <class... Scenes> std::vector<std::unique_ptr<Scene>> made()
{
    std::vector<std::unique_ptr<Scene>> scenes;
    (scenes.push_back(std::make_unique<Scenes>()), ...);
    return scenes;
}

inline std::vector<std::unique_ptr<Scene>> allScenes()
{
    return made<Beacon, BellPepper, Birdhouse, Espresso, Goldfish, Jellyfish, KingPenguin, Ladybug, Lemon, Monarch, Mushroom, SchoolBus,
        SuspensionBridge, Teapot>();
}
