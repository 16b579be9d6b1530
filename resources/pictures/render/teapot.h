// resources/pictures/render/teapot.h: a glazed teapot and a cup on a wooden table.
#pragma once
#include "tracer.h"

class Teapot : public Scene
{
public:
    Teapot()
    {
        name = "teapot";
        camera = {{0.7F, 2.7F, 6.2F}, {0.12F, 0.92F, 0.0F}, 2.65F, 0.06F, 6.3F};
        sun = normal({-0.6F, 0.75F, 0.5F});
        sunColour = {2.6F, 2.4F, 2.1F};
        sunSize = 0.12F;
        farthest = 30;
        exposure = 0.75F;
        safety = 0.8F;
        samples = 56;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y, Table);
        if (p.y > 2.9F)
            return {p.y - 2.6F, Table};
        const float near = length(p - Vec{0.1F, 1.0F, 0}) - 2.2F;
        hit.add(near > 0.4F ? near : pot(p), Glaze);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        if (what == Table)
            return wood(p);
        const float r = length(p.x, p.z), angle = std::atan2(p.z, p.x);
        const bool rim = std::abs(p.y - 1.615F) < 0.03F || std::abs(p.y - 0.13F) < 0.04F || sphere(p - Vec{0, 2.02F, 0}, 0.17F) < 0.01F;
        const bool belt = r < 1.25F && p.y < 1.5F && std::abs(p.y - 0.92F) < 0.30F;
        const bool edge = r < 1.25F && p.y < 1.6F && std::abs(std::abs(p.y - 0.92F) - 0.34F) < 0.022F;
        const float petals = std::abs(std::sin(angle * 4)) * 0.24F - std::abs(p.y - 0.92F);
        const bool flower = belt && petals > 0 && std::abs(petals - 0.07F) > 0.018F;
        const Vec white{0.80F, 0.78F, 0.73F}, blue{0.02F, 0.06F, 0.30F};
        const Vec colour = rim || edge || flower ? blue * (0.8F + 0.6F * fractal(p * 6, 3)) : white;
        return {colour, 0.95F, 0.05F, colour * (0.02F * clamp01(n.y))};
    }

    Vec sky(Vec d) const override
    {
        const float window = smooth(0.72F, 0.80F, dot(d, normal({-0.75F, 0.5F, 0.45F})));
        const float panes = std::abs(d.y - 0.45F) < 0.02F ? 0.3F : 1.0F;
        return mix(Vec{0.30F, 0.28F, 0.26F} * (0.55F + 0.7F * clamp01(d.y)), {2.3F, 2.4F, 2.6F}, window * panes);
    }

private:
    enum { Table, Glaze };

    static float pot(Vec p)
    {
        const float body = join(ellipsoid(p - Vec{0, 0.86F, 0}, {1.08F, 0.82F, 1.08F}),
            cylinder(p - Vec{0, 0.10F, 0}, 0.62F, 0.10F, 0.04F), 0.12F);
        const float lid = join(ellipsoid(p - Vec{0, 1.60F, 0}, {0.58F, 0.24F, 0.58F}),
            capsule(p, {0, 1.78F, 0}, {0, 1.92F, 0}, 0.08F, 0.06F), 0.06F);
        const float collar = length(length(p.x, p.z) - 0.58F, p.y - 1.60F) - 0.055F;
        const float knob = ellipsoid(p - Vec{0, 2.02F, 0}, {0.16F, 0.13F, 0.16F});
        float spout = join(capsule(p, {0.80F, 0.62F, 0}, {1.38F, 0.92F, 0}, 0.30F, 0.17F),
            capsule(p, {1.38F, 0.92F, 0}, {1.74F, 1.52F, 0}, 0.17F, 0.105F), 0.14F);
        spout = cut(spout, capsule(p, {1.62F, 1.32F, 0}, {1.90F, 1.78F, 0}, 0.05F, 0.085F), 0.03F);
        spout = std::max(spout, p.y - 1.60F + 0.35F * (p.x - 1.74F));
        Vec q = p - Vec{-1.18F, 1.0F, 0};
        const float ring = length(length(q.x * 0.92F, q.y * 0.92F) - 0.50F, q.z * 0.8F) - 0.085F;
        return std::min({join(join(body, spout, 0.16F), ring, 0.10F), join(lid, knob, 0.04F), collar}) * 0.9F;
    }
    static Surface wood(Vec p)
    {
        turn(p.x, p.z, 0.15F);
        const float grain = fractal({p.x * 0.7F, 1, p.z * 7}, 5), fine = fractal({p.x * 3, 4, p.z * 60}, 3);
        return {mix(Vec{0.11F, 0.055F, 0.028F}, {0.38F, 0.21F, 0.11F}, 0.75F * grain + 0.3F * fine), 0.7F, 0.04F, {}};
    }
};
