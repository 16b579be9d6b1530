// resources/pictures/render/ladybug.h: a ladybird on a leaf, close up.
#pragma once
#include "tracer.h"

class Ladybug : public Scene
{
public:
    Ladybug()
    {
        name = "ladybug";
        camera = {{-2.5F, 2.7F, 3.9F}, {0.1F, 0.42F, 0.05F}, 2.7F, 0.16F, 4.75F};
        sun = normal({-0.35F, 0.8F, 0.55F});
        sunColour = {2.9F, 2.75F, 2.4F};
        sunSize = 0.08F;
        farthest = 40;
        exposure = 0.75F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(leaf(p) * 0.7F, Leaf);
        const float near = length(p - Vec{0.1F, 0.4F, 0}) - 1.9F;
        if (near > 0.3F) {
            hit.add(near, Shell);
            return hit;
        }
        const Vec body = p - Vec{0, 0.28F, 0};
        float shell = ellipsoid(body, {1.12F, 0.82F, 0.92F});
        shell = std::max(shell, -body.y - 0.02F);
        const float seam = std::abs(p.z) - 0.012F - 0.05F * clamp01(body.x - 0.75F);
        shell = cut(shell, std::max(seam, -(shell + 0.03F)), 0.02F); // the seam between the wing cases
        hit.add(shell * 0.9F, Shell);
        hit.add(ellipsoid(body - Vec{0, 0.02F, 0}, {1.02F, 0.25F, 0.82F}), Black);
        hit.add(ellipsoid(p - Vec{-1.0F, 0.45F, 0}, {0.34F, 0.36F, 0.60F}), Neck);
        hit.add(ellipsoid(p - Vec{-1.27F, 0.36F, 0}, {0.22F, 0.23F, 0.32F}), Head);
        for (const float side : {-1.0F, 1.0F}) {
            const Vec q{p.x, p.y, p.z * side};
            for (const float x : {-0.75F, -0.15F, 0.45F}) {
                const float splay = 0.5F * x;
                hit.add(capsule(q, {x, 0.3F, 0.6F}, {x + splay, 0.42F, 1.0F}, 0.07F, 0.055F), Black);
                hit.add(capsule(q, {x + splay, 0.42F, 1.0F}, {x + 1.6F * splay, 0.06F, 1.25F}, 0.05F, 0.03F), Black);
            }
            hit.add(capsule(q, {-1.42F, 0.45F, 0.18F}, {-1.72F, 0.52F, 0.4F}, 0.03F, 0.035F), Black);
        }
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        switch (what) {
        case Shell:
            return {spotted(p), 0.93F, 0.06F, {}};
        case Neck: {
            const bool white = std::abs(p.z) > 0.33F && p.y > 0.42F && p.x < -0.93F;
            return {white ? Vec{0.8F, 0.78F, 0.7F} : Vec{0.012F}, 0.9F, 0.05F, {}};
        }
        case Head: {
            const bool white = length(std::abs(p.z) - 0.17F, p.y - 0.44F) < 0.085F;
            return {white ? Vec{0.75F, 0.73F, 0.65F} : Vec{0.012F}, 0.85F, 0.05F, {}};
        }
        case Black:
            return {{0.012F, 0.011F, 0.011F}, 0.8F, 0.04F, {}};
        default:
            return leafSurface(p, n);
        }
    }

    Vec sky(Vec d) const override
    {
        // leaves far out of focus, light falling through them
        const float soft = fractal(d * 3.2F + Vec{4}, 2), spots = smooth(0.58F, 0.78F, noise(d * 7 + Vec{9}));
        const Vec shade = mix(Vec{0.02F, 0.07F, 0.012F}, {0.16F, 0.34F, 0.05F}, smooth(0.3F, 0.75F, soft));
        const Vec garden = shade + Vec{0.30F, 0.42F, 0.12F} * spots * 0.5F;
        return mix(garden, {1.3F, 1.55F, 1.8F}, smooth(0.25F, 0.7F, d.y));
    }

    Vec bumped(Vec p, Vec n, int what) const override
    {
        if (what != Leaf)
            return n;
        const float e = 0.02F;
        const float here = fractal(p * 9, 3);
        return normal(n
            + Vec{here - fractal(p * 9 + Vec{9 * e, 0, 0}, 3), 0, here - fractal(p * 9 + Vec{0, 0, 9 * e}, 3)} * 2.2F);
    }

private:
    enum { Leaf, Shell, Black, Neck, Head };

    static float height(Vec p)
    {
        const float veins = vein(p);
        return 0.10F * std::sin(0.7F * p.x + 0.4F) - 0.03F * p.z * p.z - 0.012F * p.x * p.x - 0.055F * veins;
    }
    static float leaf(Vec p)
    {
        if (p.y > 0.6F)
            return p.y - 0.3F;
        const float flat = std::abs(p.y - height(p)) - 0.02F;
        turn(p.x, p.z, -0.25F);
        const float half = 3.2F * std::sqrt(clamp01(1 - (p.x / 7.5F) * (p.x / 7.5F))) + 0.06F * std::sin(9 * p.x);
        return std::max(flat, (std::abs(p.z + 0.4F) - half) * 0.7F);
    }
    /// 1 on a vein, 0 between.
    static float vein(Vec p)
    {
        turn(p.x, p.z, -0.25F);
        p.z += 0.4F;
        const float middle = 1 - smooth(0.02F, 0.12F, std::abs(p.z));
        const float along = (p.x - 0.75F * std::abs(p.z)) / 0.95F;
        const float side = 1 - smooth(0.015F, 0.07F, std::abs(along - std::round(along)));
        return std::max(middle, 0.6F * side);
    }
    static Vec spotted(Vec p)
    {
        constexpr float kSpots[][3]{{0.05F, 0.40F, 0.17F}, {0.62F, 0.36F, 0.15F}, {-0.42F, 0.52F, 0.14F},
            {-0.80F, 0.0F, 0.19F}, {0.30F, 0.74F, 0.13F}};
        Vec colour = mix(Vec{0.62F, 0.022F, 0.008F}, {0.78F, 0.055F, 0.012F}, noise(p * 6));
        for (const auto& spot : kSpots) {
            const float d = length(p.x - spot[0], std::abs(p.z) - spot[1]);
            colour = mix(Vec{0.013F}, colour, smooth(spot[2] - 0.02F, spot[2] + 0.02F, d));
        }
        if (std::abs(p.z) < 0.014F)
            colour = {0.08F, 0.01F, 0.01F};
        return p.y < 0.24F ? Vec{0.02F} : colour;
    }
    Surface leafSurface(Vec p, Vec n) const
    {
        const float v = vein(p), patch = fractal(p * 2.2F, 4), cells = fractal(p * 26, 2);
        Vec colour = mix(Vec{0.055F, 0.17F, 0.02F}, {0.13F, 0.30F, 0.045F}, patch);
        colour = mix(colour, {0.27F, 0.42F, 0.13F}, v) * (0.8F + 0.4F * cells);
        const Vec through = Vec{0.10F, 0.20F, 0.01F} * (0.35F * clamp01(0.4F - n.y * 0.2F));
        return {colour, 0.72F, 0.035F, through};
    }
};
