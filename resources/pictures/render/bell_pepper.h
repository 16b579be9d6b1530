// resources/pictures/render/bell_pepper.h: a red, a yellow and a green pepper on a pale table.
#pragma once
#include "tracer.h"

class BellPepper : public Scene
{
public:
    BellPepper()
    {
        name = "bell-pepper";
        camera = {{0.2F, 2.6F, 5.7F}, {0.0F, 0.88F, 0.0F}, 2.6F, 0.07F, 5.3F};
        sun = normal({-0.5F, 0.8F, 0.45F});
        sunColour = {2.7F, 2.5F, 2.2F};
        sunSize = 0.12F;
        farthest = 30;
        exposure = 0.78F;
        safety = 0.75F;
        samples = 56;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y, Table);
        if (p.y > 2.4F)
            return {p.y - 2.2F, Table};
        for (int i = 0; i < 3; ++i) {
            const Vec q = onFruit(p, i);
            if (const float far = length(q) - 1.6F; far > 0.4F) {
                hit.add(far, Red + i);
                continue;
            }
            hit.add(fruit(q, i), Red + i);
            hit.add(stalk(q), Stalk);
        }
        return hit;
    }

    Surface surface(Vec p, Vec, int what) const override
    {
        if (what == Table)
            return {Vec{0.50F, 0.45F, 0.38F} * (0.75F + 0.3F * fractal({p.x * 1.2F, 3, p.z * 9}, 4)), 0.4F, 0.03F, {}};
        if (what == Stalk)
            return {mix(Vec{0.07F, 0.16F, 0.02F}, {0.17F, 0.30F, 0.06F}, fractal(p * 7, 3)), 0.5F, 0.03F, {}};
        const Vec ripe[]{{0.55F, 0.012F, 0.008F}, {0.80F, 0.42F, 0.005F}, {0.035F, 0.17F, 0.012F}};
        const Vec colour = ripe[what - Red] * (0.8F + 0.4F * fractal(p * 2.5F, 3));
        return {colour, 0.94F, 0.05F, colour * 0.03F};
    }

    Vec sky(Vec d) const override
    {
        const float window = smooth(0.72F, 0.82F, dot(d, normal({-0.7F, 0.55F, 0.5F})))
            + 0.6F * smooth(0.85F, 0.92F, dot(d, normal({0.8F, 0.5F, 0.3F})));
        return mix(Vec{0.36F, 0.35F, 0.33F} * (0.6F + 0.7F * clamp01(d.y)), {2.4F, 2.4F, 2.5F}, clamp01(window));
    }

private:
    enum { Table, Red, Yellow, Green, Stalk };

    static Vec onFruit(Vec p, int i)
    {
        if (i == 0) { // stands in front
            p = p - Vec{-0.42F, 0.86F, 0.75F};
            turn(p.x, p.y, 0.12F);
        } else if (i == 1) {
            p = p - Vec{1.22F, 0.90F, -0.15F};
            turn(p.x, p.y, -0.18F);
            turn(p.x, p.z, 0.7F);
        } else { // leans behind
            p = p - Vec{-1.55F, 0.86F, -0.75F};
            turn(p.x, p.y, 0.22F);
            turn(p.x, p.z, 0.4F);
        }
        return p;
    }
    /// Four lobes, wider above, with a hollow where the stalk stands.
    static float fruit(Vec q, int i)
    {
        const float angle = std::atan2(q.z, q.x) + static_cast<float>(i);
        const float lobes = 1 + 0.085F * std::cos(4 * angle) + 0.02F * std::sin(angle);
        const Vec lobed{q.x / lobes, q.y, q.z / lobes};
        const float body = join(ellipsoid(lobed - Vec{0, 0.20F, 0}, {0.82F, 0.66F, 0.82F}),
            ellipsoid(lobed + Vec{0, 0.34F, 0}, {0.70F, 0.56F, 0.70F}), 0.35F);
        const float hollow = ellipsoid(q - Vec{0, 0.98F, 0}, {0.40F, 0.30F, 0.40F});
        const float dent = sphere(q + Vec{0, 1.0F, 0}, 0.22F);
        return cut(cut(body, hollow, 0.25F), dent, 0.2F) * 0.8F;
    }
    static float stalk(Vec q)
    {
        const float angle = std::atan2(q.z, q.x), r = length(q.x, q.z);
        const float crown = ellipsoid(q - Vec{0, 0.70F, 0}, {0.28F + 0.05F * std::cos(5 * angle), 0.07F, 0.28F});
        const float stem = join(capsule(q, {0, 0.68F, 0}, {0.03F, 0.98F, 0.02F}, 0.12F, 0.085F),
            capsule(q, {0.03F, 0.98F, 0.02F}, {0.20F, 1.22F, 0.06F}, 0.085F, 0.10F), 0.08F);
        return r > 0.6F ? r - 0.4F : join(crown, stem, 0.12F) * 0.8F;
    }
};
