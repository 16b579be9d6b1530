// resources/pictures/render/king_penguin.h: a king penguin on a pebble shore, others behind it.
#pragma once
#include "tracer.h"

class KingPenguin : public Scene
{
public:
    KingPenguin()
    {
        name = "king-penguin";
        camera = {{1.3F, 2.3F, 8.2F}, {0.25F, 1.78F, 0}, 2.75F, 0.10F, 8.2F};
        sun = normal({0.6F, 0.7F, 0.5F});
        sunColour = {2.7F, 2.5F, 2.3F};
        sunSize = 0.06F;
        farthest = 120;
        exposure = 0.74F;
        safety = 0.8F;
        samples = 48;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        const float stones = p.y < 0.3F ? 0.07F * fractal(p * 3.0F, 3) : 0.0F;
        hit.add((p.y - stones + 0.03F) * 0.9F, Shore);
        bird(p, hit);
        for (const Vec at : {Vec{-3.4F, 0, -5.5F}, Vec{3.9F, 0, -7.5F}, Vec{-1.2F, 0, -11}, Vec{7.2F, 0, -13}, Vec{-7.5F, 0, -12}})
            bird({(p.x - at.x) * (at.x < 0 ? -1.0F : 1.0F), p.y, p.z - at.z}, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        if (what == Shore) {
            const float water = smooth(-17, -19, p.z);
            const Vec stones = mix(Vec{0.16F, 0.15F, 0.14F}, {0.42F, 0.40F, 0.37F}, noise(p * 7) * 0.6F + 0.4F * noise(p * 21));
            return {mix(stones, {0.16F, 0.26F, 0.33F}, water), 0.8F * water, 0.05F * water, {}};
        }
        const Vec q = nearest(p);
        switch (what) {
        case Bill:
            return {std::abs(q.y - 3.36F) < 0.028F && q.x > 0.25F ? Vec{0.75F, 0.28F, 0.05F} : Vec{0.02F}, 0.7F, 0.05F, {}};
        case Feet:
            return {{0.03F, 0.03F, 0.032F}, 0.4F, 0.03F, {}};
        case Flipper:
            return {mix(Vec{0.05F, 0.06F, 0.08F}, {0.12F, 0.14F, 0.18F}, fractal(p * 6, 3)), 0.3F, 0.03F, {}};
        case Head:
            return {plumage(q, n), 0.35F, 0.03F, {}};
        default:
            return {plumage(q, n), 0.25F, 0.02F, {}};
        }
    }

    Vec sky(Vec d) const override
    {
        Vec colour = mix(Vec{0.80F, 0.85F, 0.90F}, {0.36F, 0.52F, 0.74F}, std::pow(std::max(d.y, 0.0F), 0.6F));
        const float ridge = 0.12F + 0.10F * fractal({d.x * 5 + 2, 1, 0.5F}, 4);
        if (d.y < ridge && d.z < 0) { // snowy mountains far away
            const float snow = smooth(0.42F, 0.58F, fractal({d.x * 16, d.y * 22, 2}, 4));
            colour = mix(mix(Vec{0.26F, 0.30F, 0.36F}, Vec{0.82F, 0.86F, 0.92F}, snow), colour, 0.35F);
        }
        return colour;
    }

    Vec air(Vec colour, float distance, Vec, Vec) const override
    {
        return distance >= farthest ? colour : mix(colour, {0.72F, 0.78F, 0.84F}, 1 - std::exp(-0.008F * distance));
    }

private:
    enum { Shore, Body, Head, Bill, Flipper, Feet };

    /// A place on any of the birds, in the axes of one.
    static Vec nearest(Vec p)
    {
        for (const Vec at : {Vec{-3.4F, 0, -5.5F}, Vec{3.9F, 0, -7.5F}, Vec{-1.2F, 0, -11}, Vec{7.2F, 0, -13}, Vec{-7.5F, 0, -12}})
            if (length(p.x - at.x, p.z - at.z) < 1.4F)
                return {(p.x - at.x) * (at.x < 0 ? -1.0F : 1.0F), p.y, p.z - at.z};
        return p;
    }
    /// Breast towards +z, head turned to +x.
    static void bird(Vec p, Hit& hit)
    {
        const float near = capsule(p, {0, 0.4F, 0}, {0, 3.2F, 0}, 1.15F, 1.1F);
        if (near > 0.4F) {
            hit.add(near, Body);
            return;
        }
        float body = ellipsoid(p - Vec{0, 1.42F, 0}, {0.66F, 1.36F, 0.60F});
        body = join(body, ellipsoid(p - Vec{0, 1.20F, 0.12F}, {0.60F, 1.0F, 0.56F}), 0.2F);
        body = join(body, capsule(p, {0, 2.4F, -0.02F}, {0.0F, 3.05F, 0.0F}, 0.34F, 0.22F), 0.25F);
        hit.add(body * 0.9F, Body);
        const float head = join(ellipsoid(p - Vec{0.05F, 3.28F, 0.0F}, {0.31F, 0.25F, 0.24F}), capsule(p, {0, 2.95F, 0}, {0, 3.2F, 0}, 0.22F, 0.2F), 0.15F);
        hit.add(head * 0.9F, Head);
        hit.add(join(capsule(p, {0.28F, 3.32F, 0}, {0.62F, 3.37F, 0}, 0.085F, 0.05F), capsule(p, {0.62F, 3.37F, 0}, {0.92F, 3.33F, 0}, 0.05F, 0.018F), 0.05F), Bill);
        hit.add(sphere({p.x - 0.20F, p.y - 3.36F, std::abs(p.z) - 0.205F}, 0.035F), Bill);
        Vec wing{std::abs(p.x) - 0.68F, p.y - 1.50F, p.z - 0.02F};
        turn(wing.x, wing.y, -0.13F);
        hit.add(ellipsoid(wing, {0.075F, 0.86F, 0.24F}) * 0.7F, Flipper);
        hit.add(ellipsoid({std::abs(p.x) - 0.27F, p.y - 0.08F, p.z - 0.35F}, {0.20F, 0.09F, 0.36F}), Feet);
        hit.add(capsule(p, {0, 0.35F, -0.5F}, {0, 0.05F, -0.75F}, 0.14F, 0.06F), Feet);
    }
    static Vec plumage(Vec q, Vec n)
    {
        const Vec back = mix(Vec{0.10F, 0.12F, 0.16F}, {0.22F, 0.25F, 0.30F}, fractal(q * 9, 3));
        const Vec black{0.012F, 0.012F, 0.015F}, orange{0.85F, 0.33F, 0.02F};
        const float front = q.z + 0.10F - 0.12F * std::abs(q.x);
        if (q.y > 2.72F) { // head and neck: black, with an orange patch behind the cheek that runs down to the breast
            const float patch = ellipsoid({q.x + 0.10F + 0.25F * (3.1F - q.y), q.y - 3.10F, 0}, {0.13F, 0.30F, 1});
            if (patch < 0 && std::abs(q.z) > 0.06F)
                return orange;
            return q.y > 2.85F || front < 0.05F ? black : mix(orange, {0.88F, 0.62F, 0.12F}, smooth(2.85F, 2.6F, q.y));
        }
        if (front < 0.06F + 0.04F * n.x)
            return front > -0.02F ? black : back;
        const Vec breast = mix(Vec{0.86F, 0.84F, 0.78F}, {0.90F, 0.58F, 0.10F}, smooth(1.95F, 2.62F, q.y));
        return q.y < 0.25F ? mix(black, breast, 0.4F) : breast;
    }
};
