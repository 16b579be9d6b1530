// resources/pictures/render/monarch.h: a monarch butterfly on a coneflower.
#pragma once
#include "tracer.h"
#include <array>

class Monarch : public Scene
{
public:
    Monarch()
    {
        name = "monarch";
        camera = {{0.35F, 4.4F, 3.5F}, {0.0F, 0.55F, -0.05F}, 2.6F, 0.12F, 5.0F};
        sun = normal({-0.45F, 0.8F, 0.35F});
        sunColour = {2.9F, 2.7F, 2.3F};
        sunSize = 0.06F;
        farthest = 30;
        exposure = 0.76F;
        safety = 0.75F;
        samples = 44;
    }

    Hit at(Vec p) const override
    {
        Hit hit;
        hit.add(p.y + 3.5F, Grass);
        flower(p, hit);
        const Vec q = onButterfly(p);
        const float near = length(q) - 2.3F;
        if (near > 0.3F) {
            hit.add(near, Wing);
            return hit;
        }
        hit.add(std::max(std::min(polygon(flat(q), fore()), polygon(flat(q), hind())), std::abs(raised(q)) - 0.012F) * 0.8F, Wing);
        hit.add(capsule(q, {0, 0.06F, 0.30F}, {0, 0.06F, 0.02F}, 0.10F, 0.115F), Body);
        hit.add(capsule(q, {0, 0.06F, 0.0F}, {0, 0.02F, -0.62F}, 0.095F, 0.05F), Body);
        hit.add(sphere(q - Vec{0, 0.06F, 0.42F}, 0.095F), Body);
        const Vec sided{std::abs(q.x), q.y, q.z};
        hit.add(capsule(sided, {0.03F, 0.1F, 0.48F}, {0.30F, 0.16F, 1.02F}, 0.012F, 0.012F), Body);
        hit.add(sphere(sided - Vec{0.30F, 0.16F, 1.02F}, 0.03F), Body);
        return hit;
    }

    Surface surface(Vec p, Vec, int what) const override
    {
        switch (what) {
        case Wing:
            return {wing(flat(onButterfly(p))), 0.2F, 0.02F, {}};
        case Body: {
            const Vec q = onButterfly(p);
            const bool dot = q.z > 0.2F && length(std::fmod(std::abs(q.x) + 0.02F, 0.09F) - 0.045F, std::fmod(q.z + 2, 0.11F) - 0.055F) < 0.018F;
            return {dot ? Vec{0.8F} : Vec{0.014F}, 0.5F, 0.03F, {}};
        }
        case Petal:
            return {mix(Vec{0.42F, 0.06F, 0.24F}, {0.72F, 0.22F, 0.48F}, fractal(p * 4, 3)), 0.2F, 0.02F, {}};
        case Cone:
            return {mix(Vec{0.16F, 0.035F, 0.008F}, {0.85F, 0.30F, 0.02F}, noise(p * 16)), 0.3F, 0.03F, {}};
        default:
            return {mix(Vec{0.015F, 0.05F, 0.008F}, {0.13F, 0.22F, 0.035F}, fractal(p * 0.9F, 4)), 0, 0, {}};
        }
    }

    Vec sky(Vec d) const override { return mix(Vec{0.30F, 0.40F, 0.22F}, {0.75F, 0.85F, 1.0F}, smooth(-0.1F, 0.5F, d.y)); }

private:
    enum { Grass, Wing, Body, Petal, Cone };
    struct Point {
        float u, v;
    };

    static Vec onButterfly(Vec p)
    {
        p = p - Vec{0.0F, 0.98F, -0.10F};
        turn(p.x, p.z, 0.28F);
        turn(p.z, p.y, -0.10F);
        return {p.x, p.y, -p.z}; // the head looks along +z of its own axes: away from the camera
    }
    /// Wings are raised a little, both alike.
    static float raised(Vec q) { return q.y * 0.96F - std::abs(q.x) * 0.26F; }
    static Point flat(Vec q) { return {std::abs(q.x) * 0.97F + q.y * 0.26F, q.z}; }

    static const std::array<Point, 9>& fore()
    {
        static const std::array<Point, 9> outline{{{0.04F, 0.30F}, {0.45F, 0.62F}, {1.05F, 0.98F}, {1.48F, 1.10F},
            {1.62F, 0.95F}, {1.50F, 0.62F}, {1.28F, 0.32F}, {1.12F, 0.10F}, {0.05F, 0.02F}}};
        return outline;
    }
    static const std::array<Point, 9>& hind()
    {
        static const std::array<Point, 9> outline{{{0.05F, 0.10F}, {1.05F, 0.14F}, {1.22F, -0.10F}, {1.22F, -0.42F},
            {1.02F, -0.74F}, {0.72F, -0.92F}, {0.42F, -0.86F}, {0.20F, -0.60F}, {0.04F, -0.10F}}};
        return outline;
    }
    static float segment(Point p, Point a, Point b)
    {
        const float du = b.u - a.u, dv = b.v - a.v, pu = p.u - a.u, pv = p.v - a.v;
        const float t = clamp01((pu * du + pv * dv) / (du * du + dv * dv));
        return length(pu - du * t, pv - dv * t);
    }
    /// Distance to a closed outline, negative inside (Quilez), its corners rounded.
    static float polygon(Point p, const std::array<Point, 9>& outline)
    {
        float nearest = 1e9F;
        bool inside = false;
        for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
            const Point a = outline[i], b = outline[j];
            nearest = std::min(nearest, segment(p, a, b));
            if ((a.v > p.v) != (b.v > p.v) && p.u < (b.u - a.u) * (p.v - a.v) / (b.v - a.v) + a.u)
                inside = !inside;
        }
        return (inside ? -nearest : nearest) - 0.05F;
    }
    /// Orange between black veins; a black border with two rows of white dots; the tip black with pale spots.
    static Vec wing(Point p)
    {
        const float dFore = polygon(p, fore()), dHind = polygon(p, hind());
        const bool front = dFore < 0;
        const float edge = front ? dFore : dHind;
        const Point hinge{0.05F, front ? 0.20F : 0.0F};
        float vein = 1;
        const auto& outline = front ? fore() : hind();
        for (std::size_t i = 1; i + 1 < outline.size(); ++i)
            vein = std::min(vein, segment(p, hinge, {0.5F * (outline[i].u + outline[i + 1].u), 0.5F * (outline[i].v + outline[i + 1].v)}));
        const float reach = length(p.u - hinge.u, p.v - hinge.v);
        const Vec black{0.013F, 0.011F, 0.010F};
        const float along = std::atan2(p.v - hinge.v, p.u - hinge.u);
        const bool border = edge > (front ? -0.13F : -0.17F);
        const bool dots = (std::abs(edge + 0.045F) < 0.02F || std::abs(edge + 0.10F) < 0.02F) && std::sin(along * (front ? 46.0F : 34.0F)) > 0.25F && reach > 0.55F;
        if (border)
            return dots ? Vec{0.85F, 0.82F, 0.74F} : black;
        const bool tip = front && p.u + 0.7F * p.v > 1.42F;
        if (tip)
            return noise({p.u * 9, p.v * 9, 4}) > 0.70F ? Vec{0.85F, 0.55F, 0.25F} : black;
        if (vein < 0.022F || (front && std::abs(segment(p, {0.62F, 0.56F}, {0.78F, 0.34F})) < 0.02F))
            return black;
        return mix(Vec{0.62F, 0.16F, 0.008F}, {0.86F, 0.32F, 0.02F}, fractal({p.u * 5, p.v * 5, 1}, 3));
    }
    static void flower(Vec p, Hit& hit)
    {
        const Vec q = p - Vec{0.0F, 0.35F, 0.0F};
        const float bumps = 0.05F * std::sin(q.x * 22) * std::sin(q.z * 22) * smooth(-0.2F, 0.3F, q.y);
        hit.add((ellipsoid(q, {0.72F, 0.50F, 0.72F}) - bumps) * 0.7F, Cone);
        const float step = 6.2832F / 15, angle = std::atan2(q.z, q.x);
        const float off = angle - step * std::round(angle / step), r = length(q.x, q.z);
        const Vec petal{r * std::cos(off) - 1.35F, q.y + 0.16F + 0.16F * (r - 0.7F) * (r - 0.7F), r * std::sin(off)};
        hit.add(ellipsoid(petal, {0.82F, 0.035F, 0.22F}) * 0.6F, Petal);
        hit.add(capsule(q, {0, -0.3F, 0}, {0.2F, -4, 0.1F}, 0.08F, 0.09F), Grass);
    }
};
