// resources/pictures/render/mushroom.h: a fly agaric on mossy ground.
#pragma once
#include "tracer.h"

class Mushroom : public Scene
{
public:
    Mushroom()
    {
        name = "mushroom";
        samples = 32;
        camera = {{0.4F, 1.35F, 5.2F}, {0.0F, 1.22F, 0}, 2.1F, 0.11F, 5.0F};
        sun = normal({-0.55F, 0.8F, 0.45F});
        sunColour = {2.8F, 2.5F, 2.0F};
        sunSize = 0.10F;
        farthest = 30;
        exposure = 0.85F;
        safety = 0.75F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(moss(p), Moss);
        fungus(p, 1, hit);
        fungus((p - Vec{-1.55F, 0.0F, -0.7F}) * (1 / 0.55F), 0.55F, hit);
        blades(p, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        switch (what) {
        case Cap: {
            const float edge = smooth(1.55F, 1.25F, p.y);
            const Vec red = mix(Vec{0.60F, 0.028F, 0.012F}, {0.68F, 0.14F, 0.02F}, edge * 0.8F + 0.25F * noise(p * 4));
            return {red * (0.85F + 0.3F * fractal(p * 18, 2)), 0.86F, 0.045F, {}};
        }
        case Wart:
            return {Vec{0.78F, 0.74F, 0.64F} * (0.75F + 0.4F * fractal(p * 20, 2)), 0, 0, {}};
        case Gills:
            return {
                Vec{0.72F, 0.66F, 0.52F} * (0.55F + 0.45F * std::abs(std::sin(60 * std::atan2(p.z, p.x)))), 0, 0, {}};
        case Stem:
            return {mix(Vec{0.62F, 0.55F, 0.43F}, {0.80F, 0.76F, 0.67F}, fractal({p.x * 12, p.y * 3, p.z * 12}, 4)), 0,
                0, {}};
        case Blade:
            return {mix(Vec{0.06F, 0.14F, 0.02F}, {0.24F, 0.36F, 0.07F},
                        clamp01(p.y * 1.2F) * (0.6F + 0.8F * noise({p.x * 3, 0, p.z * 3}))),
                0.4F, 0.02F, Vec{0.03F, 0.06F, 0.005F} * clamp01(p.y)};
        default:
            return ground(p, n);
        }
    }

    Vec sky(Vec d) const override
    {
        // a wood, far out of focus
        const float trunks = smooth(0.48F, 0.62F, fractal({d.x * 7, 0.4F, d.z * 7}, 2)) * smooth(0.5F, 0.1F, d.y);
        const float leaves = fractal(d * 5 + Vec{2}, 3), gaps = smooth(0.56F, 0.74F, noise(d * 11));
        Vec wood = mix(Vec{0.035F, 0.06F, 0.02F}, {0.20F, 0.27F, 0.08F}, smooth(0.3F, 0.7F, leaves));
        wood = mix(wood, {0.045F, 0.035F, 0.025F}, trunks * 0.8F)
            + Vec{0.38F, 0.42F, 0.22F} * gaps * (0.25F + 0.5F * clamp01(d.y * 2));
        return mix(wood, {1.1F, 1.25F, 1.35F}, smooth(0.35F, 0.8F, d.y));
    }

private:
    enum { Moss, Cap, Wart, Gills, Stem, Blade };

    static float height(float x, float z)
    {
        return 0.35F * (fractal({x * 0.6F, 0, z * 0.6F}, 3) - 0.5F) - 0.02F * z * z * (z > 0 ? 0.0F : 0.2F);
    }
    static float moss(Vec p)
    {
        const float base = p.y - height(p.x, p.z);
        if (base > 0.3F)
            return base - 0.15F;
        return (base - 0.10F * fractal({p.x * 7, p.y * 7, p.z * 7}, 3)) * 0.75F;
    }

    void fungus(Vec p, float scale, Hit& hit) const
    {
        const float near = length(p - Vec{0, 1.1F, 0}) - 1.75F;
        if (near > 0.4F) {
            hit.add(near * scale, Cap);
            return;
        }
        Hit own;
        p.x += 0.07F * std::sin(p.y * 1.4F);
        const float r = length(p.x, p.z);
        const Vec c = p - Vec{0, 1.42F, 0};
        float cap = ellipsoid(c, {1.25F, 0.82F, 1.25F});
        cap = cut(cap, ellipsoid(c + Vec{0, 0.55F, 0}, {1.42F, 0.50F, 1.42F}), 0.06F);
        own.add(cap, Cap);
        own.add(std::max(ellipsoid(c, {1.17F, 0.35F, 1.17F}), c.y + 0.02F), Gills);
        const float bulb
            = 0.19F + 0.15F * smooth(0.55F, 0.0F, p.y) + 0.02F * std::sin(p.y * 22) * smooth(0.5F, 0.1F, p.y);
        own.add(std::max({r - bulb, p.y - 1.6F, -0.3F - p.y}) * 0.8F, Stem);
        const float skirt = 0.24F + 0.20F * smooth(1.12F, 0.86F, p.y) + 0.02F * std::sin(9 * std::atan2(p.z, p.x));
        own.add(std::max(std::abs(r - skirt) - 0.018F, std::abs(p.y - 0.99F) - 0.12F) * 0.6F, Stem);
        if (cap < 0.2F)
            own.add(std::max(warts(c), cap - 0.05F), Wart);
        hit.add(own.distance * scale, own.what);
    }
    struct Crumb {
        Vec at;
        float size;
    };
    /// Scattered over the cap in a sunflower pattern, larger on top.
    static std::vector<Crumb> crumbs()
    {
        std::vector<Crumb> all;
        for (int i = 1; i < 64; ++i) {
            const float angle = 2.39996F * i + 0.5F * hash(i, 1, 0), down = i / 63.0F;
            const float up = 0.80F - 0.92F * down, out = 1.25F * std::sqrt(std::max(0.0F, 1 - up * up / 0.6724F));
            all.push_back({{out * std::cos(angle), up, out * std::sin(angle)},
                0.055F + 0.075F * hash(i, 2, 3) * (1.1F - 0.5F * down)});
        }
        return all;
    }
    float warts(Vec c) const
    {
        float nearest = 1e3F;
        for (const Crumb& crumb : m_crumbs)
            nearest = std::min(nearest, length((c - crumb.at) * Vec{1, 1.3F, 1}) - crumb.size);
        return nearest * 0.75F;
    }
    /// Blades of grass, one in each cell of the ground, none in front of the stem.
    static void blades(Vec p, Hit& hit)
    {
        if (p.y > 1.3F)
            return hit.add(p.y - 0.9F, Blade);
        constexpr float kCell = 0.42F;
        const float cx = std::floor(p.x / kCell), cz = std::floor(p.z / kCell);
        float nearest = kCell * 0.5F;
        for (int dx = 0; dx <= 1; ++dx) {
            for (int dz = 0; dz <= 1; ++dz) {
                const int i = static_cast<int>(cx) + dx, k = static_cast<int>(cz) + dz;
                const float x = (i + 0.7F * (hash(i, 0, k) - 0.5F)) * kCell,
                            z = (k + 0.7F * (hash(i, 1, k) - 0.5F)) * kCell;
                if (hash(i, 5, k) < 0.25F || length(x, z) < 0.75F
                    || (std::abs(x) < 0.9F && z > 0.4F && hash(i, 7, k) < 0.85F))
                    continue;
                const float tall = 0.30F + 0.6F * hash(i, 2, k) * hash(i, 8, k), lean = 0.6F * (hash(i, 3, k) - 0.5F),
                            lean2 = 0.6F * (hash(i, 4, k) - 0.5F);
                const float t = clamp01((p.y - 0.0F) / tall);
                const float d
                    = length(p.x - x - lean * tall * t * t, p.z - z - lean2 * tall * t * t) - 0.022F * (1 - t);
                nearest = std::min(nearest, std::max(d, p.y - tall) * 0.6F);
            }
        }
        hit.add(nearest, Blade);
    }
    static Surface ground(Vec p, Vec n)
    {
        const float patch = fractal(p * 1.7F, 3), tips = smooth(-0.1F, 0.25F, p.y - height(p.x, p.z));
        Vec colour
            = mix(Vec{0.035F, 0.065F, 0.012F}, {0.20F, 0.27F, 0.045F}, tips * (0.4F + 0.9F * fractal(p * 14, 3)));
        colour = mix(colour, mix(Vec{0.12F, 0.065F, 0.03F}, {0.30F, 0.17F, 0.07F}, fractal(p * 6, 3)),
            smooth(0.55F, 0.68F, patch) * 0.85F);
        return {colour * (0.7F + 0.3F * n.y), 0, 0, {}};
    }

    const std::vector<Crumb> m_crumbs = crumbs();
};
