// resources/pictures/render/beacon.h: a lighthouse on a rocky point by the sea.
#pragma once
#include "tracer.h"

class Beacon : public Scene
{
public:
    Beacon()
    {
        name = "beacon";
        samples = 32;
        camera = {{-7.5F, 2.2F, 15.5F}, {0.9F, 4.05F, 0}, 2.1F, 0, 0};
        sun = normal({-0.75F, 0.52F, 0.55F});
        sunColour = {3.1F, 2.6F, 2.0F};
        farthest = 180;
        exposure = 0.78F;
        safety = 0.8F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y + 0.9F - (p.y < 0.5F ? waves(p) : 0.3F), Sea);
        const float far = std::max(length(p.x - 1.5F, p.z) - 9.0F, p.y - 3.5F);
        if (far > 1)
            hit.add(far, Rock);
        else
            hit.add(rock(p) * 0.38F, Rock);
        const float near = length(p.x - 0.6F, p.z + 0.4F) - 4.2F;
        if (near > 1) {
            hit.add(near, Wall);
            return hit;
        }
        tower(p, hit);
        house(p - Vec{2.35F, 1.15F, -0.6F}, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        switch (what) {
        case Wall: {
            const float stain = 0.82F + 0.25F * fractal({p.x * 3, p.y * 0.7F, p.z * 3}, 4);
            const bool tower = length(p.x, p.z) < 1.6F;
            const bool red = tower && std::fmod(p.y + 0.35F, 2.6F) > 1.3F;
            const bool window
                = tower && std::abs(p.x + 0.28F) < 0.13F && p.z > 0 && std::abs(std::fmod(p.y, 2.6F) - 1.2F) < 0.24F;
            if (window)
                return {{0.03F, 0.035F, 0.04F}, 0.9F, 0.05F, {}};
            return {(red ? Vec{0.50F, 0.045F, 0.03F} : Vec{0.80F, 0.78F, 0.73F}) * stain, 0, 0, {}};
        }
        case Metal:
            return {{0.03F, 0.03F, 0.035F}, 0.6F, 0.05F, {}};
        case Roof:
            return {Vec{0.42F, 0.06F, 0.035F} * (0.7F + 0.6F * noise(p * 9)), 0.3F, 0.02F, {}};
        case Glass:
            return {{0.20F, 0.22F, 0.20F}, 0.95F, 0.25F,
                Vec{1.6F, 1.2F, 0.5F} * (0.4F + 0.6F * smooth(0.25F, 0.0F, length(p.x, p.z) - 0.2F))};
        case Sea: {
            const float foam = smooth(0.45F, 0.8F, fractal(p * 2.2F, 4)) * smooth(1.0F, 0.0F, rock(p));
            const Vec water = mix(Vec{0.012F, 0.05F, 0.075F}, {0.03F, 0.10F, 0.12F}, fractal(p * 0.15F, 3));
            return {mix(water, {0.75F}, clamp01(foam * 1.6F)), 0.93F, 0.03F, {}};
        }
        default:
            return ground(p, n);
        }
    }

    Vec sky(Vec d) const override
    {
        const float up = std::max(d.y, 0.0F);
        Vec colour = mix(Vec{0.78F, 0.86F, 0.95F}, {0.13F, 0.31F, 0.66F}, std::pow(up, 0.5F));
        if (d.y > 0.01F) {
            const Vec at = d * (1 / (d.y + 0.12F));
            const float cloud = smooth(0.50F, 0.80F, fractal({at.x * 0.9F + 3, 0.5F, at.z * 0.9F}, 6));
            const float body = fractal({at.x * 2 + 3.2F, 0.2F, at.z * 2}, 4);
            colour = mix(colour, mix(Vec{0.62F, 0.66F, 0.72F}, {1.12F, 1.09F, 1.04F}, body),
                cloud * smooth(0.0F, 0.2F, d.y) * 0.9F);
        }
        return colour;
    }

    Vec air(Vec colour, float distance, Vec, Vec d) const override
    {
        return mix(colour, sky(normal({d.x, std::max(d.y, 0.02F), d.z})),
            1 - std::exp(-distance * (distance >= farthest ? 0.0F : 0.006F)));
    }

    Vec bumped(Vec p, Vec n, int what) const override
    {
        if (what != Sea)
            return n;
        const auto h = [&](Vec q) { return fractal({q.x * 1.3F, 1, q.z * 2.4F}, 4); };
        const float here = h(p), e = 0.05F;
        return normal(n + Vec{here - h(p + Vec{e, 0, 0}), 0, here - h(p + Vec{0, 0, e})} * 3.0F);
    }

private:
    enum { Sea, Rock, Wall, Metal, Roof, Glass };

    static float waves(Vec p) { return 0.25F * fractal({p.x * 0.5F, 0, p.z * 0.9F}, 3); }
    static float top(float x, float z)
    {
        const float r = length((x - 1.2F) * 0.75F, z * 1.1F);
        const float hill = 1.35F * smooth(6.2F, 2.2F, r) - 1.5F * smooth(3.5F, 7.5F, r);
        const float rough = fractal({x * 0.8F, 2, z * 0.8F}, 3) - 0.5F,
                    cracks = std::abs(fractal({x * 1.7F, 5, z * 1.7F}, 4) - 0.5F);
        return hill + (rough * 2.2F - cracks * 1.0F) * (0.10F + 0.9F * smooth(2.6F, 5.0F, r));
    }
    static float rock(Vec p) { return p.y - top(p.x, p.z); }

    static void tower(Vec p, Hit& hit)
    {
        const float r = length(p.x, p.z), y = p.y;
        const float body = r - mix(1.22F, 0.74F, clamp01((y - 0.8F) / 6.2F));
        hit.add(std::max({body, y - 7.0F, 0.4F - y}) * 0.95F, Wall);
        hit.add(cylinder(p - Vec{0, 7.08F, 0}, 1.12F, 0.09F, 0.02F), Metal);
        const float angle = std::atan2(p.z, p.x) * 12 / 6.2832F;
        const float post = (angle - std::round(angle)) * 6.2832F / 12 * r;
        hit.add(std::max(length(post, r - 1.05F) - 0.022F, std::abs(y - 7.4F) - 0.32F), Metal);
        for (const float rail : {7.45F, 7.7F})
            hit.add(length(r - 1.05F, y - rail) - 0.025F, Metal);
        hit.add(cylinder(p - Vec{0, 7.75F, 0}, 0.52F, 0.6F, 0.02F), Glass);
        const float bar = (angle * 0.6667F - std::round(angle * 0.6667F)) * 6.2832F / 8 * r;
        hit.add(std::max(length(bar, r - 0.53F) - 0.025F, std::abs(y - 7.75F) - 0.6F), Metal);
        hit.add(std::max(ellipsoid(p - Vec{0, 8.3F, 0}, {0.68F, 0.62F, 0.68F}), 8.3F - y), Roof);
        hit.add(sphere(p - Vec{0, 8.98F, 0}, 0.1F), Metal);
        hit.add(capsule(p, {0, 9, 0}, {0, 9.5F, 0}, 0.02F, 0.015F), Metal);
    }
    static void house(Vec p, Hit& hit)
    {
        hit.add(box(p - Vec{0, 0.4F, 0}, {1.1F, 0.75F, 0.75F}, 0.02F), Wall);
        const float slope = 0.7071F * (std::abs(p.z) + p.y - 2.0F);
        hit.add(std::max({slope, 1.1F - p.y, std::abs(p.x) - 1.22F}), Roof);
        hit.add(box(p - Vec{-0.25F, 0.45F, 0.75F}, {0.14F, 0.2F, 0.02F}, 0.0F), Metal);
        hit.add(box(p - Vec{0.5F, 0.45F, 0.75F}, {0.14F, 0.2F, 0.02F}, 0.0F), Metal);
        hit.add(box(p - Vec{0.7F, 1.8F, 0}, {0.13F, 0.4F, 0.13F}, 0.0F), Wall);
    }
    static Surface ground(Vec p, Vec n)
    {
        const float detail = fractal({p.x * 2.5F, p.y * 6, p.z * 2.5F}, 5);
        Vec colour = mix(Vec{0.10F, 0.085F, 0.07F}, {0.36F, 0.31F, 0.25F}, detail);
        const float grass = smooth(0.72F, 0.9F, n.y + 0.15F * (detail - 0.5F)) * smooth(0.5F, 0.95F, p.y);
        colour = mix(colour, mix(Vec{0.05F, 0.10F, 0.02F}, {0.18F, 0.24F, 0.06F}, fractal(p * 9, 3)), grass);
        return {colour * (0.35F + 0.65F * smooth(-0.9F, -0.3F, p.y)), 0, 0, {}};
    }
};
