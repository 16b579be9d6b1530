// resources/pictures/render/birdhouse.h: a wooden birdhouse on a post in a garden.
#pragma once
#include "tracer.h"

class Birdhouse : public Scene
{
public:
    Birdhouse()
    {
        name = "birdhouse";
        camera = {{2.3F, 1.7F, 6.4F}, {-0.05F, 1.42F, 0}, 2.7F, 0.16F, 6.3F};
        sun = normal({0.5F, 0.75F, 0.55F});
        sunColour = {2.9F, 2.7F, 2.3F};
        sunSize = 0.05F;
        farthest = 70;
        exposure = 0.76F;
        safety = 0.85F;
        samples = 56;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y + 2.6F, Grass);
        hit.add(hedge(p), Leaf);
        const float near = box(p - Vec{0, 1.1F, 0.1F}, {1.5F, 1.9F, 1.4F}, 0);
        if (near > 0.4F) {
            hit.add(std::min(near, length(p.x, p.z) - 0.3F), Post);
            return hit;
        }
        float walls = box(p - Vec{0, 1.25F, 0}, {0.72F, 0.80F, 0.66F}, 0.02F);
        walls = std::max(std::min(walls, box(p - Vec{0, 2.2F, 0}, {0.72F, 0.6F, 0.66F}, 0.02F)), 0.75F * (std::abs(p.x) * 0.9F + p.y - 2.68F));
        walls = cut(walls, cylinder(Vec{p.x, p.z - 0.6F, p.y - 1.42F}, 0.25F, 0.45F, 0.01F), 0.02F);
        hit.add(walls, Wall);
        Vec roof{std::abs(p.x), p.y - 2.66F, p.z - 0.08F};
        turn(roof.x, roof.y, 0.733F);
        hit.add(box(roof - Vec{0.58F, 0.07F, 0}, {0.66F, 0.055F, 0.92F}, 0.015F), Roof);
        hit.add(box(p - Vec{0, 0.42F, 0.1F}, {0.88F, 0.05F, 0.86F}, 0.02F), Board);
        hit.add(capsule(p, {0, 1.02F, 0.6F}, {0, 1.02F, 1.02F}, 0.045F, 0.045F), Board);
        hit.add(cylinder(p - Vec{0, -1.2F, 0}, 0.16F, 1.6F, 0.02F), Post);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        switch (what) {
        case Wall: {
            if (p.z < 0.55F && length(p.x, p.y - 1.42F) < 0.27F && n.y < 0.9F && std::abs(p.x) < 0.6F)
                return {{0.012F, 0.010F, 0.008F}, 0, 0, {}};
            const float across = std::abs(n.z) > 0.5F ? p.x : p.z, board = across / 0.36F;
            const float gap = smooth(0.0F, 0.03F, std::abs(board - std::round(board)));
            return {planks(p, {0.34F, 0.19F, 0.085F}, {0.60F, 0.40F, 0.21F}) * (0.35F + 0.65F * gap), 0.2F, 0.02F, {}};
        }
        case Roof:
            return {planks({p.z, p.x, p.y}, {0.20F, 0.030F, 0.02F}, {0.42F, 0.075F, 0.045F}), 0.3F, 0.02F, {}};
        case Board:
        case Post:
            return {planks(p, {0.16F, 0.095F, 0.05F}, {0.36F, 0.23F, 0.13F}), 0, 0, {}};
        case Leaf:
            return {mix(Vec{0.018F, 0.055F, 0.010F}, {0.20F, 0.32F, 0.06F}, fractal(p * 1.6F, 5)), 0, 0, {}};
        default:
            return {mix(Vec{0.04F, 0.10F, 0.015F}, {0.16F, 0.26F, 0.05F}, fractal(p * 2, 4)), 0, 0, {}};
        }
    }

    Vec sky(Vec d) const override
    {
        return mix(Vec{0.75F, 0.85F, 0.90F}, {0.25F, 0.46F, 0.80F}, std::pow(std::max(d.y, 0.0F), 0.6F));
    }

private:
    enum { Grass, Leaf, Wall, Roof, Board, Post };

    static Vec planks(Vec p, Vec dark, Vec light)
    {
        const float grain = fractal({p.x * 9, p.y * 1.1F, p.z * 9}, 4), fine = fractal({p.x * 60, p.y * 4, p.z * 60}, 2);
        return mix(dark, light, 0.7F * grain + 0.35F * fine);
    }
    static float hedge(Vec p)
    {
        const float back = p.z + 11;
        if (back > 4)
            return back - 3;
        const float crown = 3.4F + 1.5F * std::sin(p.x * 0.5F) + 0.9F * std::sin(p.x * 1.2F + 1);
        return std::max(back - 2.4F * fractal(p * 0.8F, 4), p.y - crown - 1.8F * fractal(p * 0.9F, 4)) * 0.55F;
    }
};
