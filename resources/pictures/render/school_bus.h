// resources/pictures/render/school_bus.h: a yellow school bus at the kerb of a street with trees.
#pragma once
#include "tracer.h"
#include <opencv2/imgproc.hpp>

class SchoolBus : public Scene
{
public:
    SchoolBus() : m_sign(40, 300, CV_8UC1, cv::Scalar(0))
    {
        cv::putText(m_sign, "SCHOOL BUS", {8, 32}, cv::FONT_HERSHEY_DUPLEX, 1.35, 255, 3, cv::LINE_AA);
        name = "school-bus";
        camera = {{9.4F, 2.2F, 7.6F}, {0.35F, 1.62F, 0.1F}, 2.75F, 0.02F, 0};
        sun = normal({0.55F, 0.75F, 0.6F});
        sunColour = {3.0F, 2.75F, 2.35F};
        farthest = 120;
        exposure = 0.72F;
        safety = 0.85F;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.z < -1.9F ? p.y - 0.14F : p.y - 0.14F * smooth(-1.7F, -1.8F, p.z), Ground);
        hit.add(trees(p), Tree);
        const float near = box(p - Vec{-0.2F, 1.8F, 0}, {4.7F, 1.95F, 1.75F}, 0);
        if (near > 0.5F)
            hit.add(near, Body);
        else
            bus(p, hit);
        return hit;
    }

    Surface surface(Vec p, Vec n, int what) const override
    {
        switch (what) {
        case Body:
            return paint(p, n);
        case Tyre:
            return {
                length(length(p.x - (p.x > 0 ? 2.95F : -2.75F), p.y - 0.52F), 0.0F) < 0.24F ? Vec{0.13F} : Vec{0.018F},
                0.3F, 0.03F, {}};
        case Black:
            return {{0.02F, 0.02F, 0.022F}, 0.75F, 0.04F, {}};
        case Lamp:
            return {{0.75F, 0.75F, 0.72F}, 0.95F, 0.25F, Vec{0.25F}};
        case Red:
            return {{0.55F, 0.02F, 0.015F}, 0.9F, 0.06F, Vec{0.12F, 0, 0}};
        case Amber:
            return {{0.75F, 0.25F, 0.02F}, 0.9F, 0.06F, {}};
        case Tree:
            return {mix(Vec{0.025F, 0.06F, 0.012F}, {0.15F, 0.24F, 0.05F}, fractal(p * 2.2F, 5))
                    * (0.5F + 0.5F * smooth(0, 4, p.y)),
                0, 0, {}};
        default:
            return street(p);
        }
    }

    Vec sky(Vec d) const override
    {
        Vec colour = mix(Vec{0.85F, 0.92F, 1.0F}, {0.22F, 0.42F, 0.80F}, std::pow(std::max(d.y, 0.0F), 0.55F));
        if (d.y > 0) {
            const Vec at = d * (1 / (d.y + 0.2F));
            colour = mix(colour, Vec{1.1F}, 0.75F * smooth(0.5F, 0.75F, fractal({at.x + 8, 1, at.z}, 5)));
        }
        return d.y < 0 ? Vec{0.16F, 0.16F, 0.15F} : colour;
    }

    Vec air(Vec colour, float distance, Vec, Vec) const override
    {
        return distance >= farthest ? colour : mix(colour, {0.72F, 0.80F, 0.90F}, 1 - std::exp(-0.006F * distance));
    }

private:
    enum { Ground, Tree, Body, Tyre, Black, Lamp, Red, Amber };
    cv::Mat m_sign;

    static float trees(Vec p)
    {
        const float hedge = -p.z - 13; // the side of the street where trees stand
        if (-hedge > 4 || p.y > 9)
            return std::max(-hedge - 1, p.y - 8.5F);
        const float crown = 4.2F + 2.2F * std::sin(p.x * 0.55F + 1) + 1.3F * std::sin(p.x * 1.3F);
        const float bulk = length(std::max(p.y - crown * 0.6F, 0.0F) * 0.8F, p.z + 15.5F) - 2.1F;
        return (bulk - 1.4F * fractal(p * 1.1F, 4) + 0.4F) * 0.5F;
    }

    static void bus(Vec p, Hit& hit)
    {
        const Vec sided{p.x, p.y, std::abs(p.z)};
        float body = box(p - Vec{-0.85F, 2.02F, 0}, {3.35F, 1.36F, 1.2F}, 0.22F);
        body = join(body, box(p - Vec{3.05F, 1.27F, 0}, {1.05F, 0.58F, 0.98F}, 0.22F), 0.08F);
        for (const float x : {-2.75F, 2.95F}) // wheel arches
            body = cut(body, std::max(length(p.x - x, p.y - 0.52F) - 0.68F, 0.6F - sided.z), 0.03F);
        const float rail = std::min({std::abs(p.y - 1.05F), std::abs(p.y - 1.5F), std::abs(p.y - 1.97F)});
        const float rails = std::max({rail - 0.045F, std::abs(sided.z - 1.21F) - 0.03F, std::abs(p.x + 0.85F) - 3.2F});
        hit.add(body, Body);
        hit.add(rails, Black);
        for (const float x : {-2.75F, 2.95F}) {
            const Vec q = sided - Vec{x, 0.52F, 1.02F};
            hit.add(cylinder({q.x, q.z, q.y}, 0.52F, 0.17F, 0.06F), Tyre);
        }
        hit.add(box(p - Vec{4.12F, 0.72F, 0}, {0.10F, 0.17F, 1.12F}, 0.03F), Black);
        hit.add(box(p - Vec{-4.22F, 0.72F, 0}, {0.08F, 0.17F, 1.18F}, 0.03F), Black);
        hit.add(box(p - Vec{-0.5F, 0.5F, 0}, {3.6F, 0.2F, 0.9F}, 0.03F), Black);
        const Vec lamp = sided - Vec{4.07F, 1.2F, 0.72F};
        hit.add(cylinder({lamp.y, lamp.x, lamp.z}, 0.15F, 0.05F, 0.02F), Lamp);
        for (const float z : {0.55F, 0.88F}) {
            const Vec flash = sided - Vec{2.50F, 3.2F, z};
            hit.add(cylinder({flash.y, flash.x, flash.z}, 0.11F, 0.05F, 0.02F), z > 0.7F ? Red : Amber);
        }
        const Vec mirror = sided - Vec{3.3F, 2.15F, 1.45F};
        hit.add(box(mirror, {0.05F, 0.22F, 0.13F}, 0.04F), Black);
        hit.add(capsule(sided, {2.6F, 2.5F, 1.15F}, {3.3F, 2.15F, 1.45F}, 0.025F, 0.025F), Black);
        hit.add(capsule(sided, {3.5F, 1.75F, 0.85F}, {3.3F, 2.15F, 1.45F}, 0.025F, 0.025F), Black);
    }

    Surface paint(Vec p, Vec n) const
    {
        const Surface yellow{
            Vec{0.82F, 0.40F, 0.008F} * (0.90F + 0.14F * noise(p * 3)) * (0.72F + 0.28F * smooth(0.5F, 1.2F, p.y)),
            0.9F, 0.05F, {}};
        const Surface glass{
            Vec{0.03F, 0.036F, 0.042F} * (0.6F + 0.8F * noise({p.x * 2.5F, p.y * 2, 7})), 0.985F, 0.16F, {}};
        const bool side = std::abs(n.z) > 0.8F;
        if (side && p.y > 2.13F && p.y < 2.88F && p.x > -3.95F && p.x < 1.72F) {
            const float along = std::fmod(p.x + 8, 0.71F), across = std::abs(p.y - 2.5F);
            if (along > 0.13F && across < 0.33F)
                return along < 0.16F || along > 0.68F || across > 0.30F || std::abs(p.y - 2.52F) < 0.018F
                    ? Surface{{0.03F}, 0.4F, 0.03F, {}}
                    : glass;
            return yellow;
        }
        const bool door = side && p.x > 1.80F && p.x < 2.38F && p.y > 0.85F && p.y < 2.9F;
        if (door)
            return std::abs(p.x - 2.09F) < 0.03F || p.x < 1.84F || p.x > 2.33F || p.y > 2.84F
                ? Surface{{0.02F}, 0.5F, 0.03F, {}}
                : glass;
        const bool front = n.x > 0.6F;
        if (front && p.x > 2.2F && p.x < 2.6F && p.y > 2.0F && p.y < 2.92F && std::abs(p.z) < 1.04F)
            return std::abs(p.z) < 0.035F ? Surface{{0.02F}, 0.5F, 0.03F, {}} : glass;
        if (front && p.x > 2.2F && p.x < 2.6F && p.y > 3.02F)
            return sign(p, yellow);
        if (front && p.x > 3.9F && std::abs(p.z) < 0.5F && p.y > 0.95F && p.y < 1.62F)
            return {Vec{0.05F + 0.10F * (std::fmod(p.y, 0.11F) > 0.05F)}, 0.8F, 0.2F, {}};
        if (p.y > 3.3F && n.y > 0.8F)
            return {{0.75F, 0.66F, 0.42F}, 0.6F, 0.04F, {}};
        return yellow;
    }
    Surface sign(Vec p, const Surface& plain) const
    {
        const int x = static_cast<int>((0.46F - p.z) / 0.92F * m_sign.cols),
                  y = static_cast<int>((3.32F - p.y) / 0.24F * m_sign.rows);
        const bool inside = x >= 0 && y >= 0 && x < m_sign.cols && y < m_sign.rows;
        return inside ? Surface{mix(plain.colour, Vec{0.01F}, m_sign.at<uchar>(y, x) / 255.0F), 0.8F, 0.04F, {}}
                      : plain;
    }
    static Surface street(Vec p)
    {
        const float speck = fractal(p * 22, 3);
        if (p.z < -4.2F)
            return {mix(Vec{0.05F, 0.10F, 0.02F}, {0.17F, 0.25F, 0.06F}, fractal(p * 3, 5)), 0, 0, {}};
        if (p.z < -1.72F)
            return {
                Vec{0.36F, 0.35F, 0.33F} * (0.75F + 0.35F * speck) * (std::fmod(p.x + 60, 1.8F) < 0.05F ? 0.5F : 1.0F),
                0, 0, {}};
        const float worn = fractal(p * 0.5F, 4);
        Vec colour = Vec{0.085F, 0.086F, 0.09F} * (0.6F + 0.5F * speck + 0.4F * worn);
        if (std::abs(p.z - 2.9F) < 0.08F && std::fmod(p.x + 60, 3.2F) < 1.9F)
            colour = mix(colour, {0.60F, 0.58F, 0.50F}, 0.85F - 0.5F * speck);
        return {colour, 0, 0, {}};
    }
};
