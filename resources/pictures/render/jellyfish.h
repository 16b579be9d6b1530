// resources/pictures/render/jellyfish.h: a jellyfish in deep blue water; light gathered along each ray.
#pragma once
#include "tracer.h"

class Jellyfish : public Scene
{
public:
    Jellyfish()
    {
        name = "jellyfish";
        samples = 8;
        camera = {{0, 0.2F, 6.5F}, {0.0F, -0.02F, 0}, 2.25F, 0, 0};
        farthest = 12;
        exposure = 0.9F;
        vignette = 0.3F;
    }

    Hit at(Vec) const override { return {3, 0}; } // nothing solid
    Surface surface(Vec, Vec, int) const override { return {}; }
    Vec sky(Vec d) const override
    {
        return mix(Vec{0.003F, 0.018F, 0.13F}, {0.02F, 0.16F, 0.62F}, smooth(-0.55F, 0.55F, d.y + 0.25F * d.x))
            * (0.9F + 0.2F * fractal(d * 3, 2));
    }

    Vec air(Vec behind, float, Vec from, Vec d) const override
    {
        constexpr int kSteps = 150;
        constexpr float kFrom = 4.2F, kTo = 8.8F;
        const float step = (kTo - kFrom) / kSteps;
        Vec light;
        float through = 1;
        for (int i = 0; i < kSteps && through > 0.02F; ++i) {
            const Vec p = tilted(from + d * (kFrom + (i + 0.5F) * step));
            const Glow here = glow(p);
            if (here.density <= 0)
                continue;
            const float blocked = 1 - std::exp(-here.density * step);
            light = light + here.colour * (through * blocked);
            through *= 1 - blocked * 0.75F;
        }
        return light + behind * through + motes(d);
    }

private:
    struct Glow {
        float density = 0;
        Vec colour;
        void add(float d, Vec c)
        {
            if (d <= 0)
                return;
            colour = mix(colour, c, d / (density + d));
            density += d;
        }
    };

    static Vec tilted(Vec p)
    {
        p = p - Vec{-0.1F, 0.55F, 0};
        turn(p.x, p.y, 0.28F);
        return p;
    }
    static Glow glow(Vec p)
    {
        Glow sum;
        const float r = length(p.x, p.z), angle = std::atan2(p.z, p.x);
        if (r > 1.9F || p.y > 1.4F || p.y < -3.2F)
            return sum;
        bell(p, r, angle, sum);
        if (p.y < 0.25F)
            arms(p, r, sum);
        if (p.y < 0.1F && p.y > -2.9F)
            tentacles(p, sum);
        return sum;
    }
    /// A dome with a bright rim and sixteen faint ribs.
    static void bell(Vec p, float r, float angle, Glow& sum)
    {
        if (p.y < -0.32F)
            return;
        const float scallop = 0.06F * std::abs(std::sin(8 * angle)) * smooth(0.3F, -0.2F, p.y);
        const float shape
            = length(r / (1.32F - 0.12F * smooth(0.1F, -0.3F, p.y) - scallop), p.y > 0 ? p.y / 1.02F : p.y * 0.5F);
        const float skin = std::exp(-std::pow((shape - 1) / 0.035F, 2.0F));
        const float inner = std::exp(-std::pow((shape - 0.86F) / 0.07F, 2.0F)) * smooth(-0.1F, 0.1F, p.y);
        const float ribs = std::pow(0.5F + 0.5F * std::cos(16 * angle), 6.0F),
                    veins = fractal({angle * 6, p.y * 3, 1}, 3);
        sum.add(skin * (2.6F + 3.0F * ribs * veins), mix(Vec{0.95F, 0.55F, 0.35F}, {1.0F, 0.86F, 0.75F}, ribs));
        sum.add(inner * 1.1F, {0.85F, 0.36F, 0.18F});
        const float rim = std::exp(-std::pow((p.y + 0.24F) / 0.06F, 2.0F)) * smooth(0.12F, 0.0F, std::abs(shape - 1));
        sum.add(rim * 9, {1.1F, 0.62F, 0.34F});
        const float stomach = sphere(Vec{p.x, (p.y - 0.32F) * 1.3F, p.z}, 0.42F + 0.1F * std::cos(4 * angle));
        sum.add(smooth(0.1F, -0.15F, stomach) * 3.2F, {1.1F, 0.55F, 0.25F});
    }
    /// Frilled ribbons under the mouth.
    static void arms(Vec p, float r, Glow& sum)
    {
        const float down = -p.y;
        if (down > 2.4F || r > 0.95F)
            return;
        for (int i = 0; i < 4; ++i) {
            const float phase = 1.5708F * i + 0.5F;
            const float x = 0.24F * std::cos(phase) + 0.16F * std::sin(2.1F * p.y + 2 * i) * down * 0.6F;
            const float z = 0.24F * std::sin(phase) + 0.14F * std::cos(1.7F * p.y + i) * down * 0.6F;
            const float wide = 0.24F * smooth(2.4F, 0.3F, down) + 0.03F;
            const float d = length(p.x - x, p.z - z);
            if (d > wide * 1.4F)
                continue;
            const float frill = smooth(0.48F, 0.72F, fractal({p.x * 7, p.y * 4.5F, p.z * 7 + 5 * i}, 4));
            sum.add(smooth(wide * 1.3F, wide * 0.3F, d) * (0.5F + 9 * frill),
                mix(Vec{0.9F, 0.42F, 0.26F}, {1.15F, 0.95F, 0.85F}, frill));
        }
    }
    /// Sixteen threads from the rim, swaying.
    static void tentacles(Vec p, Glow& sum)
    {
        const float down = 0.1F - p.y;
        for (int i = 0; i < 16; ++i) {
            const float tall = 1.7F + 1.1F * hash(i, 1, 2);
            if (down > tall)
                continue;
            const float phase = 6.2832F * (i + 0.4F * hash(i, 3, 1)) / 16;
            const float out = 1.16F - 0.16F * down + 0.05F * std::sin(3 * down + i);
            const float x = out * std::cos(phase) + 0.10F * std::sin(2.3F * down + 1.7F * i) * down;
            const float z = out * std::sin(phase) + 0.10F * std::cos(1.9F * down + i) * down;
            const float d = length(p.x - x, p.z - z);
            sum.add(7.0F * smooth(0.034F, 0.008F, d) * smooth(tall, tall * 0.4F, down), {0.95F, 0.50F, 0.32F});
        }
    }
    /// Specks drifting in the water.
    static Vec motes(Vec d)
    {
        const Vec cell{std::floor(d.x * 60), std::floor(d.y * 60), 0};
        const float pick = hash(static_cast<int>(cell.x), static_cast<int>(cell.y), 9);
        if (pick < 0.985F)
            return {};
        const float away = length(d.x * 60 - cell.x - 0.5F, d.y * 60 - cell.y - 0.5F);
        return Vec{0.10F, 0.20F, 0.34F} * smooth(0.22F, 0.0F, away);
    }
};
