// resources/pictures/render/lemon.h: lemons, whole and cut, on a wooden board.
#pragma once
#include "tracer.h"

class Lemon : public Scene
{
public:
    Lemon()
    {
        name = "lemon";
        camera = {{-0.3F, 2.5F, 4.7F}, {-0.02F, 0.5F, 0.0F}, 2.55F, 0.09F, 4.75F};
        sun = normal({-0.65F, 0.75F, 0.2F});
        sunColour = {2.7F, 2.5F, 2.1F};
        sunSize = 0.14F;
        farthest = 30;
        exposure = 0.72F;
        safety = 0.8F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y, Board);
        if (p.y > 1.5F)
            return {p.y - 1.3F, Board};
        hit.add(fruit(onFirst(p)), Peel);
        hit.add(fruit(onSecond(p)), Peel);
        const Vec half = onHalf(p);
        hit.add(std::max(fruit(half), half.x), half.x > -0.02F ? Flesh : Peel);
        leaf(p, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        if (what == Flesh && dot(n, faceNormal()) > 0.6F)
            return flesh(onHalf(p));
        if (what == Peel || what == Flesh) {
            const Vec colour = mix(Vec{0.80F, 0.52F, 0.012F}, {0.86F, 0.66F, 0.04F}, fractal(p * 3, 3));
            return {colour, 0.78F, 0.045F, colour * 0.03F};
        }
        if (what == Leaf)
            return {mix(Vec{0.03F, 0.10F, 0.015F}, {0.09F, 0.22F, 0.035F}, fractal(p * 6, 3)), 0.75F, 0.04F, {}};
        return wood(p);
    }

    Vec sky(Vec d) const override
    {
        const float window = smooth(0.6F, 0.8F, dot(d, normal({-0.75F, 0.6F, 0.1F})));
        return mix(Vec{0.33F, 0.33F, 0.34F} * (0.55F + 0.8F * clamp01(d.y)), {2.2F, 2.3F, 2.5F}, window);
    }

    Vec bumped(Vec p, Vec n, int what) const override
    {
        if (what == Flesh && dot(n, faceNormal()) > 0.6F) {
            const float e = 0.03F, here = fractal(p * 14, 2);
            return normal(n
                + Vec{here - fractal(p * 14 + Vec{e * 14, 0, 0}, 2), here - fractal(p * 14 + Vec{0, e * 14, 0}, 2), 0}
                    * 0.9F);
        }
        if (what != Peel && what != Flesh)
            return n;
        const auto pore = [](Vec q) { return smooth(0.25F, 0.6F, noise(q * 22)) + 0.5F * noise(q * 9); };
        const float e = 0.012F, here = pore(p);
        return normal(n
            + Vec{pore(p + Vec{e, 0, 0}) - here, pore(p + Vec{0, e, 0}) - here, pore(p + Vec{0, 0, e}) - here}
                * -0.55F);
    }

private:
    enum { Board, Peel, Flesh, Leaf };

    static Vec onFirst(Vec p)
    {
        p = p - Vec{-0.85F, 0.66F, -0.55F};
        turn(p.x, p.z, 0.5F);
        turn(p.x, p.y, 0.08F);
        return p;
    }
    static Vec onSecond(Vec p)
    {
        p = p - Vec{0.78F, 0.66F, -0.75F};
        turn(p.x, p.z, -0.75F);
        turn(p.x, p.y, -0.1F);
        return p;
    }
    /// The cut face looks along +x of its own axes: towards the camera and up.
    static Vec onHalf(Vec p)
    {
        p = p - Vec{0.42F, 0.56F, 0.78F};
        turn(p.x, p.z, -1.42F);
        turn(p.x, p.y, -0.62F);
        return p;
    }
    static Vec faceNormal()
    {
        const Vec zero = onHalf({0, 0, 0});
        return {onHalf({1, 0, 0}).x - zero.x, onHalf({0, 1, 0}).x - zero.x, onHalf({0, 0, 1}).x - zero.x};
    }
    static float fruit(Vec p)
    {
        const float d = ellipsoid(p, {0.88F, 0.66F, 0.66F});
        const float tip = join(d, ellipsoid(p - Vec{-0.88F, 0, 0}, {0.17F, 0.13F, 0.13F}), 0.22F);
        return join(tip, sphere(p - Vec{0.86F, 0, 0}, 0.08F), 0.16F) * 0.9F;
    }
    static void leaf(Vec p, Hit& hit)
    {
        Vec q = p - Vec{-1.75F, 0.20F, 0.62F};
        turn(q.x, q.z, -0.55F);
        const float sheet = std::abs(q.y - 0.18F * std::cos(2.2F * q.x) + 0.25F * q.z * q.z + 0.10F) - 0.012F;
        const float outline = std::abs(q.z) - 0.34F * (1 - std::pow(std::abs(q.x / 0.85F), 2.2F));
        hit.add(std::max(sheet, outline * 0.6F) * 0.7F, Leaf);
    }
    static Surface flesh(Vec q)
    {
        const float r = length(q.y, q.z) / 0.66F, angle = std::atan2(q.y, q.z) + 0.3F;
        const float sector = angle * 9 / 6.2832F, wall = std::abs(sector - std::round(sector)) * r;
        if (r > 0.955F)
            return {{0.82F, 0.58F, 0.02F}, 0.5F, 0.04F, {}};
        const Vec pith{0.86F, 0.80F, 0.58F};
        const float inside = smooth(0.022F, 0.055F, wall) * smooth(0.87F, 0.82F, r) * smooth(0.07F, 0.12F, r);
        const float cells = fractal({r * 7, std::sin(angle) * 14, std::cos(angle) * 14}, 3);
        const Vec juice = mix(Vec{0.72F, 0.53F, 0.06F}, {0.90F, 0.78F, 0.28F}, cells);
        return {mix(pith, juice, inside), mix(0.3F, 0.93F, inside), 0.05F, juice * (0.10F * inside)};
    }
    static Surface wood(Vec p)
    {
        turn(p.x, p.z, -0.2F);
        const float grain = fractal({p.x * 0.8F, 1, p.z * 8}, 5), fine = fractal({p.x * 3, 4, p.z * 70}, 3);
        const Vec colour = mix(Vec{0.10F, 0.055F, 0.03F}, {0.33F, 0.20F, 0.11F}, 0.75F * grain + 0.3F * fine);
        const float gap = smooth(0.0F, 0.018F, std::abs(p.z / 1.6F - std::round(p.z / 1.6F)));
        return {colour * (0.35F + 0.65F * gap), 0.6F, 0.03F, {}};
    }
};
