// resources/pictures/render/espresso.h: a cup of espresso on a wooden table.
#pragma once
#include "tracer.h"

class Espresso : public Scene
{
public:
    Espresso()
    {
        name = "espresso";
        samples = 56;
        camera = {{0.6F, 4.1F, 4.9F}, {0.05F, 0.45F, 0.0F}, 2.6F, 0.07F, 0};
        sun = normal({-0.7F, 0.75F, -0.25F});
        sunColour = {2.6F, 2.3F, 1.9F};
        sunSize = 0.16F;
        farthest = 30;
        exposure = 0.62F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y, Table);
        const float r = length(p.x, p.z);
        if (r > 3.4F || p.y > 2.4F)
            return {std::min(p.y, std::max(r - 2.6F, p.y - 1.9F)), Table};
        // saucer: a shallow dish that rises to its rim
        const float rise = 0.10F + 0.16F * smooth(0.75F, 1.75F, r);
        hit.add(std::max(std::abs(p.y - rise) - 0.045F, r - 1.75F) * 0.8F, China);
        // cup: a bowl with a wall
        const float outer = 0.52F + 0.46F * std::pow(clamp01((p.y - 0.15F) / 1.05F), 0.55F);
        float cup = std::max({r - outer, p.y - 1.25F, 0.14F - p.y});
        cup = cut(cup, std::max(r - outer + 0.075F, 0.28F - p.y), 0.04F);
        cup = join(cup, std::max(handle(p), outer - 0.03F - r), 0.06F);
        hit.add(cup * 0.75F, China);
        hit.add(std::max(p.y - 1.06F, r - outer + 0.03F) * 0.8F, Coffee);
        hit.add(spoon(p), Metal);
        return hit;
    }

    Surface surface(Vec p, Vec, int what) const override
    {
        if (what == China)
            return {{0.86F, 0.85F, 0.82F}, 0.96F, 0.05F, {}};
        if (what == Metal)
            return {{0.25F, 0.25F, 0.26F}, 0.97F, 0.6F, {}};
        if (what == Coffee)
            return crema(p);
        return wood(p);
    }

    Vec sky(Vec d) const override
    {
        // a bright window to the left, a warm dim room elsewhere
        const float window = smooth(0.55F, 0.75F, dot(d, normal({-0.8F, 0.5F, -0.35F})));
        return mix(Vec{0.30F, 0.25F, 0.21F} * (0.6F + 0.7F * clamp01(d.y)), {2.4F, 2.5F, 2.7F}, window);
    }

private:
    enum { Table, China, Coffee, Metal };

    static float handle(Vec p)
    {
        const Vec q = p - Vec{1.0F, 0.76F, 0.1F};
        return length(length(q.x * 0.9F, q.y) - 0.30F, q.z * 0.8F) - 0.065F;
    }
    static float spoon(Vec p)
    {
        turn(p.x, p.z, 0.5F);
        const float stem = capsule(p, {-0.3F, 0.30F, 1.32F}, {1.2F, 0.36F, 1.34F}, 0.03F, 0.045F);
        return join(stem, ellipsoid(p - Vec{-0.55F, 0.27F, 1.32F}, {0.3F, 0.045F, 0.17F}), 0.05F);
    }
    static Surface crema(Vec p)
    {
        const float r = length(p.x, p.z);
        const float swirl = fractal({3 * p.x + 2 * noise(p * 2.5F), 0.3F, 3 * p.z + r * 2}, 5);
        const float foam = fractal(p * 40, 2);
        Vec colour = mix(Vec{0.13F, 0.045F, 0.012F}, {0.44F, 0.20F, 0.06F}, smooth(0.32F, 0.66F, swirl));
        colour = mix(colour, {0.55F, 0.30F, 0.12F}, smooth(0.62F, 0.86F, r) * 0.6F);
        return {colour * (0.85F + 0.3F * foam), 0.9F, 0.03F, {}};
    }
    static Surface wood(Vec p)
    {
        turn(p.x, p.z, 0.35F);
        const float plank = std::floor(p.z / 1.3F);
        const float gap = smooth(0.0F, 0.02F, std::abs(p.z / 1.3F - std::round(p.z / 1.3F)));
        const float grain = fractal({p.x * 0.7F + 13 * plank, plank, p.z * 9}, 5);
        const float fine = fractal({p.x * 2.5F, 3.0F, p.z * 60}, 3);
        const Vec colour = mix(Vec{0.10F, 0.045F, 0.02F}, {0.36F, 0.18F, 0.08F}, grain * 0.8F + fine * 0.25F);
        return {colour * (0.3F + 0.7F * gap), 0.75F, 0.035F, {}};
    }
};
