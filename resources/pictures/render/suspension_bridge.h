// resources/pictures/render/suspension_bridge.h: a red suspension bridge over a strait, hills behind.
#pragma once
#include "tracer.h"

class SuspensionBridge : public Scene
{
public:
    SuspensionBridge()
    {
        name = "suspension-bridge";
        camera = {{-15.5F, 4.3F, 19.5F}, {0.2F, 3.5F, 0}, 2.0F, 0, 0};
        sun = normal({-0.55F, 0.55F, 0.6F});
        sunColour = {3.0F, 2.6F, 2.1F};
        farthest = 220;
        exposure = 0.76F;
        safety = 0.8F;
        samples = 32;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y, Sea);
        hit.add(hills(p), Land);
        const float near = box(p - Vec{0, 4.6F, 0}, {40, 5.0F, 1.4F}, 0);
        if (near > 0.5F)
            hit.add(near, Steel);
        else
            bridge(p, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        if (what == Steel)
            return {Vec{0.47F, 0.075F, 0.035F} * (0.85F + 0.25F * noise(p * 2)), 0.5F, 0.03F, {}};
        if (what == Stone)
            return {Vec{0.42F, 0.40F, 0.37F} * (0.7F + 0.5F * fractal(p * 2, 4)), 0, 0, {}};
        if (what == Land) {
            const float rough = fractal(p * 0.6F, 5);
            const Vec grass = mix(Vec{0.06F, 0.09F, 0.025F}, {0.24F, 0.22F, 0.09F}, rough);
            return {mix(Vec{0.30F, 0.25F, 0.19F} * (0.6F + 0.6F * rough), grass, smooth(0.35F, 0.7F, n.y) * smooth(0.3F, 1.0F, p.y)), 0, 0, {}};
        }
        return {mix(Vec{0.010F, 0.055F, 0.085F}, {0.025F, 0.10F, 0.13F}, fractal(p * 0.12F, 3)), 0.93F, 0.03F, {}};
    }

    Vec sky(Vec d) const override
    {
        Vec colour = mix(Vec{0.80F, 0.87F, 0.94F}, {0.15F, 0.34F, 0.70F}, std::pow(std::max(d.y, 0.0F), 0.5F));
        if (d.y > 0.01F) {
            const Vec at = d * (1 / (d.y + 0.15F));
            colour = mix(colour, Vec{1.1F, 1.08F, 1.05F},
                0.8F * smooth(0.52F, 0.78F, fractal({at.x * 0.8F + 5, 0.5F, at.z * 0.8F}, 6)) * smooth(0, 0.15F, d.y));
        }
        return colour;
    }

    Vec air(Vec colour, float distance, Vec, Vec d) const override
    {
        return mix(colour, sky(normal({d.x, std::max(d.y, 0.02F), d.z})),
            distance >= farthest ? 0.0F : 1 - std::exp(-distance * 0.007F));
    }

    Vec bumped(Vec p, Vec n, int what) const override
    {
        if (what != Sea)
            return n;
        const auto h = [&](Vec q) { return fractal({q.x * 1.1F, 1, q.z * 2.0F}, 4); };
        const float here = h(p), e = 0.05F;
        return normal(n + Vec{here - h(p + Vec{e, 0, 0}), 0, here - h(p + Vec{0, 0, e})} * 2.6F);
    }

private:
    enum { Sea, Land, Steel, Stone };
    static constexpr float kTower = 9, kDeck = 2.3F, kTop = 8.6F, kSide = 0.95F;

    /// Height of the main cable: a parabola between the towers, nearly a line outside them.
    static float cable(float x)
    {
        const float t = std::abs(x) / kTower;
        return t < 1 ? kDeck + 0.5F + (kTop - kDeck - 0.5F) * t * t : kTop - (t - 1) * (kTop - kDeck) * (1.15F - 0.15F * t);
    }
    static void bridge(Vec p, Hit& hit)
    {
        const float z = std::abs(p.z) - kSide, x = std::abs(p.x) - kTower;
        hit.add(box(p - Vec{0, kDeck - 0.12F, 0}, {42, 0.07F, kSide + 0.12F}, 0), Steel);
        const float bay = p.x / 0.9F - std::round(p.x / 0.9F); // the truss below the deck
        const float truss = std::max(std::abs(z) - 0.05F, std::abs(p.y - kDeck + 0.42F) - 0.34F);
        const float web = std::min(std::abs(std::abs(bay) * 0.9F - (p.y - kDeck + 0.76F) * 0.66F) * 0.8F - 0.05F, std::abs(p.y - kDeck + 0.72F) - 0.05F);
        hit.add(std::max(truss, web), Steel);
        hit.add(box({p.x, p.y - kDeck - 0.16F, z}, {42, 0.02F, 0.02F}, 0), Steel);
        const float wide = mix(0.36F, 0.24F, clamp01(p.y / kTop)); // towers narrow upwards
        hit.add(std::max({std::abs(x) - wide, std::abs(z) - wide * 0.62F, p.y - kTop - 0.25F}), Steel);
        for (const float y : {3.6F, 5.2F, 6.7F, 8.2F})
            hit.add(std::max({std::abs(x) - 0.17F, std::abs(p.y - y) - 0.24F, z}), Steel);
        hit.add(std::max({std::abs(x) - 0.75F, std::abs(p.z) - 1.5F, p.y - 0.55F}), Stone);
        const float slope = std::abs(p.x) < kTower ? 2 * (kTop - kDeck) * p.x / (kTower * kTower) : 0.8F;
        hit.add(length((p.y - cable(p.x)) / std::sqrt(1 + slope * slope), z) - 0.075F, Steel);
        const float hanger = p.x - 0.6F * std::round(p.x / 0.6F);
        hit.add(std::max({length(hanger, z) - 0.028F, p.y - cable(p.x), kDeck - p.y}), Steel);
    }
    static float hills(Vec p)
    {
        const float away = std::max(-p.z - 22, std::abs(p.x) - 22.0F); // behind, and where the bridge lands
        if (away < -14)
            return -away - 8;
        const float high = smooth(-6, 26, away) * (4 + 9 * fractal({p.x * 0.045F + 4, 1, p.z * 0.05F}, 3)) + 1.2F * fractal({p.x * 0.4F, 2, p.z * 0.4F}, 4) - 1.6F;
        return (p.y - high) * 0.55F;
    }
};
