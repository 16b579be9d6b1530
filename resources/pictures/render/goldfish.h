// resources/pictures/render/goldfish.h: a goldfish in an aquarium.
#pragma once
#include "tracer.h"

class Goldfish : public Scene
{
public:
    Goldfish()
    {
        name = "goldfish";
        camera = {{-0.5F, 0.3F, 4.6F}, {0.26F, 0.0F, 0}, 2.65F, 0.12F, 4.55F};
        sun = normal({-0.3F, 0.9F, 0.42F});
        sunColour = {2.7F, 2.8F, 2.6F};
        sunSize = 0.12F;
        farthest = 25;
        exposure = 0.85F;
        safety = 0.7F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y > -1.0F ? p.y + 1.25F : (p.y + 1.5F - 0.16F * fractal(p * 5, 2)) * 0.8F, Gravel);
        plants(p, hit);
        Vec q = p;
        turn(q.x, q.z, 0.42F);
        turn(q.x, q.y, 0.10F);
        const float near = ellipsoid(q - Vec{0.5F, 0, 0}, {2.2F, 1.25F, 0.9F});
        if (near > 0.3F)
            hit.add(near, Body);
        else
            fish(q, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        Vec q = p;
        turn(q.x, q.z, 0.42F);
        turn(q.x, q.y, 0.10F);
        switch (what) {
        case Body:
            return skin(q);
        case Fin: {
            const float ray = std::sin(70 * std::atan2(q.y - 0.02F, q.x - 0.45F)) * 0.5F + 0.5F;
            const float out = smooth(0.9F, 2.0F, q.x);
            const Vec colour = mix(Vec{0.80F, 0.16F, 0.01F}, {0.84F, 0.42F, 0.15F}, out) * (0.6F + 0.4F * ray);
            return {colour, 0.5F, 0.03F, colour * 0.28F};
        }
        case Eye: {
            const float r = length(q.x + 0.80F, q.y - 0.13F);
            return {r < 0.062F  ? Vec{0.006F}
                    : r < 0.10F ? Vec{0.75F, 0.42F, 0.08F}
                                : Vec{0.3F, 0.10F, 0.02F},
                0.97F, 0.08F, {}};
        }
        case Plant:
            return {mix(Vec{0.015F, 0.06F, 0.012F}, {0.07F, 0.19F, 0.03F}, fractal(p * 5, 3)), 0.4F, 0.02F,
                Vec{0.01F, 0.04F, 0.005F}};
        default: {
            const Vec stone = mix(Vec{0.07F, 0.055F, 0.04F}, {0.33F, 0.27F, 0.19F}, noise(p * 9));
            return {stone * (0.5F + 0.5F * fractal(p * 24, 2)) * (0.6F + 0.4F * n.y), 0.3F, 0.02F, {}};
        }
        }
    }

    Vec sky(Vec d) const override
    {
        const float glow = smooth(-0.35F, 0.9F, d.y);
        Vec water = mix(Vec{0.012F, 0.07F, 0.085F}, {0.12F, 0.40F, 0.45F}, glow);
        const float beam = smooth(0.45F, 0.8F, fractal({d.x * 5 - d.y * 1.5F, 0, d.z * 2}, 3));
        water = water + Vec{0.06F, 0.13F, 0.12F} * (beam * smooth(-0.1F, 0.6F, d.y));
        return d.y > 0.75F ? Vec{1.2F, 1.5F, 1.5F} : water;
    }

    Vec air(Vec colour, float distance, Vec, Vec d) const override
    {
        return distance >= farthest ? colour
                                    : mix(colour, sky(normal({d.x, d.y * 0.3F + 0.05F, d.z})),
                                        1 - std::exp(-0.11F * std::max(0.0F, distance - 3)));
    }

    Vec bumped(Vec p, Vec n, int what) const override
    {
        if (what != Body)
            return n;
        Vec q = p;
        turn(q.x, q.z, 0.42F);
        turn(q.x, q.y, 0.10F);
        const Vec s = scale(q);
        return q.x < -0.52F ? n : normal(n + Vec{s.x, s.y, 0} * 0.22F);
    }

private:
    enum { Gravel, Body, Fin, Eye, Plant };

    static float body(Vec q)
    {
        float d = ellipsoid(q - Vec{-0.18F, 0, 0}, {0.92F, 0.50F + 0.04F * q.x, 0.34F});
        d = join(d, capsule(q, {0.2F, 0.0F, 0}, {1.02F, 0.03F, 0}, 0.32F, 0.10F) + 0.03F, 0.25F);
        return join(d, sphere(q - Vec{-1.07F, -0.03F, 0}, 0.06F), 0.12F);
    }
    /// A thin sheet bounded by an outline in the plane of the fish.
    static float sheet(Vec q, float outline, float wave) { return std::max(outline, std::abs(q.z - wave) - 0.010F); }

    static void fish(Vec q, Hit& hit)
    {
        hit.add(body(q) * 0.85F, Body);
        const Vec sided{q.x, q.y, std::abs(q.z)};
        hit.add(sphere(sided - Vec{-0.80F, 0.13F, 0.19F}, 0.105F), Eye);
        // tail: a fan with two lobes, folded like cloth
        const float dx = q.x - 0.85F, dy = q.y - 0.03F, r = length(dx, dy), angle = std::atan2(dy, dx);
        const float reach = 1.05F * (0.62F + 0.40F * std::pow(std::abs(std::sin(angle * 1.35F)), 0.8F))
            + 0.03F * std::sin(24 * angle);
        const float fan = std::max(r - reach, (std::abs(angle) - 0.98F) * r);
        hit.add(sheet(q, fan, 0.10F * std::sin(3.2F * r + 2.5F * angle) * smooth(0, 0.6F, r)) * 0.6F, Fin);
        // back, belly and breast
        const float top
            = 0.43F + 0.33F * smooth(0.75F, -0.25F, q.x) * smooth(-0.6F, -0.3F, q.x) + 0.015F * std::sin(40 * q.x);
        const float back = std::max({q.y - top, 0.15F - q.y, std::abs(q.x - 0.08F) - 0.62F});
        hit.add(sheet(q, back, 0.03F * std::sin(5 * q.x)) * 0.6F, Fin);
        const float belly = std::max({length((q.x - 0.55F) * 0.9F, q.y + 0.42F) - 0.27F, q.y + 0.15F});
        hit.add(sheet(sided, belly, 0.08F + 0.1F * (-q.y - 0.2F)) * 0.6F, Fin);
        Vec breast = sided - Vec{-0.42F, -0.22F, 0.30F};
        turn(breast.y, breast.z, -0.7F);
        turn(breast.x, breast.y, 0.5F);
        hit.add(
            std::max(ellipsoid(breast - Vec{0.2F, -0.1F, 0}, {0.30F, 0.17F, 0.2F}), std::abs(breast.z) - 0.012F) * 0.6F,
            Fin);
    }

    /// Where in its scale a point lies: −1 … 1 each way.
    static Vec scale(Vec q)
    {
        const float v = q.y * 13, row = std::round(v);
        const float u = q.x * 11 + 0.5F * std::fmod(std::abs(row), 2.0F);
        return {2 * (u - std::round(u)), 2 * (v - row), row};
    }
    static Surface skin(Vec q)
    {
        const float belly = smooth(0.05F, -0.42F, q.y);
        Vec colour = mix(Vec{0.80F, 0.125F, 0.004F}, {0.88F, 0.42F, 0.10F}, belly);
        colour = mix(colour, {0.62F, 0.055F, 0.004F}, smooth(0.15F, 0.5F, q.y));
        if (q.x > -0.52F) {
            const Vec s = scale(q);
            colour = colour * (1 - 0.45F * smooth(0.6F, 1.1F, length(s.x, s.y)));
        }
        const float gill = std::abs(length(q.x + 0.85F, (q.y - 0.02F) * 0.9F) - 0.36F);
        if (q.x > -0.8F && q.x < -0.4F)
            colour = colour * (0.45F + 0.55F * smooth(0.0F, 0.03F, gill));
        if (q.x < -1.0F && std::abs(q.y + 0.06F) < 0.014F)
            colour = colour * 0.3F;
        return {colour, 0.86F, 0.05F, colour * 0.06F};
    }
    static void plants(Vec p, Hit& hit)
    {
        constexpr float kStems[][2]{
            {-2.9F, -2.4F}, {-2.3F, -3.2F}, {2.3F, -2.6F}, {2.8F, -3.4F}, {3.3F, -2.2F}, {-3.6F, -3.0F}, {1.5F, -3.8F}};
        if (p.z > -1.2F)
            return hit.add(p.z + 1.4F < 0.3F ? 0.3F : p.z + 1.4F, Plant);
        for (const auto& stem : kStems) {
            const float sway = 0.25F * std::sin(1.3F * p.y + stem[0]) + 0.08F * std::sin(4 * p.y);
            const float wide = 0.17F + 0.05F * std::sin(9 * p.y + stem[0] * 3);
            const float d = length((p.x - stem[0] - sway) * 0.35F, p.z - stem[1]) - wide * 0.35F;
            hit.add(std::max(d, p.y - 1.6F - 0.3F * stem[1]) * 0.8F, Plant);
        }
    }
};
