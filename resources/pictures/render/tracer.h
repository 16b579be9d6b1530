// resources/pictures/render/tracer.h: a small camera for scenes made of distances: sphere tracing, sun with soft
// shadows, skylight with one bounce, glossy reflections, a lens with depth of field.
#pragma once
#include "shapes.h"
#include <random>
#include <string>
#include <thread>
#include <vector>

struct Surface {
    Vec colour{0.5F};
    float gloss = 0; ///< how mirror-like the reflection is, 0 … 1
    float reflection = 0; ///< its strength when looked at straight; grows towards grazing angles
    Vec glow{}; ///< light of its own, or that shines through
};

struct Camera {
    Vec eye, target;
    float zoom = 2; ///< focal length; 2 = about 53° across the width
    float aperture = 0; ///< radius of the lens
    float focus = 0; ///< distance in focus; 0 = the target
};

struct Picture {
    int width = 720, height = 540;
    std::vector<Vec> pixels;
};

/// One scene. `what` numbers are its own.
class Scene
{
public:
    virtual ~Scene() = default;
    virtual Hit at(Vec p) const = 0;
    virtual Surface surface(Vec p, Vec n, int what) const = 0;
    virtual Vec sky(Vec direction) const = 0;
    /// What the air between adds to a colour seen from `distance` away.
    virtual Vec air(Vec colour, float, Vec, Vec) const { return colour; }
    virtual Vec bumped(Vec, Vec n, int) const { return n; }

    Camera camera;
    Vec sun = normal({0.5F, 0.8F, 0.3F});
    Vec sunColour{3.0F, 2.7F, 2.3F};
    float sunSize = 0.03F; ///< softness of shadows
    float farthest = 60;
    float safety = 0.9F; ///< of each step, where distances are not exact
    float exposure = 1;
    float vignette = 0.18F;
    int samples = 48; ///< rays per pixel; more where reflections are noisy
    std::string name;
};

class Tracer
{
public:
    Tracer(const Scene& scene, unsigned seed) : m_scene(scene), m_random(seed) { }

    Vec pixel(float x, float y, int width, int height, int samples)
    {
        Vec sum;
        for (int i = 0; i < samples; ++i) {
            Vec eye, direction;
            ray((x + next()) / width, (y + next()) / height, static_cast<float>(height) / width, eye, direction);
            Vec light = seen(eye, direction, 2);
            const float brightest = std::max({light.x, light.y, light.z});
            if (brightest > 6) // a single spark must not outshine its pixel
                light = light * (6 / brightest);
            sum = sum + light;
        }
        return sum * (1.0F / static_cast<float>(samples));
    }

private:
    float next() { return std::uniform_real_distribution<float>{0, 1}(m_random); }
    Vec inBall()
    {
        for (;;) {
            const Vec v{2 * next() - 1, 2 * next() - 1, 2 * next() - 1};
            if (dot(v, v) <= 1)
                return v;
        }
    }

    void ray(float u, float v, float aspect, Vec& eye, Vec& direction)
    {
        const Camera& c = m_scene.camera;
        const Vec forward = normal(c.target - c.eye);
        const Vec right = normal(cross(forward, {0, 1, 0})), up = cross(right, forward);
        const Vec through = forward * c.zoom + right * (2 * u - 1) + up * ((1 - 2 * v) * aspect);
        const float focus = c.focus > 0 ? c.focus : length(c.target - c.eye);
        const Vec sharp = c.eye + through * (focus / c.zoom);
        const float angle = 6.2832F * next(), radius = c.aperture * std::sqrt(next());
        eye = c.eye + right * (radius * std::cos(angle)) + up * (radius * std::sin(angle));
        direction = normal(sharp - eye);
    }

    bool march(Vec from, Vec direction, float farthest, int steps, float& distance, Hit& hit) const
    {
        distance = 0;
        for (int i = 0; i < steps && distance < farthest; ++i) {
            hit = m_scene.at(from + direction * distance);
            if (hit.distance < 0.0004F * (1 + distance))
                return true;
            distance += hit.distance * m_scene.safety;
        }
        return false;
    }

    Vec normalAt(Vec p, float distance) const
    {
        const float e = 0.0006F * (1 + distance);
        const Vec a{1, -1, -1}, b{-1, -1, 1}, c{-1, 1, -1}, d{1, 1, 1};
        const auto value = [&](Vec k) { return k * m_scene.at(p + k * e).distance; };
        return normal(value(a) + value(b) + value(c) + value(d));
    }

    Vec sunlight(Vec p, Vec n)
    {
        const Vec direction = normal(m_scene.sun + inBall() * m_scene.sunSize);
        const float facing = dot(n, direction);
        float distance;
        Hit hit;
        if (facing <= 0 || march(p, direction, m_scene.farthest * 0.4F, 60, distance, hit))
            return {};
        return m_scene.sunColour * facing;
    }

    /// `bounces` left: the first hit reflects light of others, the second only that of sun and sky.
    Vec seen(Vec from, Vec direction, int bounces)
    {
        float distance;
        Hit hit;
        if (!march(from, direction, m_scene.farthest, bounces == 2 ? 220 : 50, distance, hit))
            return bounces == 2 ? m_scene.air(m_scene.sky(direction), m_scene.farthest, from, direction)
                                : m_scene.sky(direction);
        const Vec p = from + direction * distance;
        const Vec flat = normalAt(p, distance);
        const Vec n = bounces == 2 ? m_scene.bumped(p, flat, hit.what) : flat;
        const Surface surface = m_scene.surface(p, n, hit.what);
        const Vec start = p + flat * (0.002F * (1 + distance));
        Vec light = surface.glow;
        if (bounces == 1)
            return light + surface.colour * (sunlight(start, n) + m_scene.sky(n) * 0.4F);
        const float facing = clamp01(-dot(n, direction));
        const float mirror = surface.reflection + (1 - surface.reflection) * std::pow(1 - facing, 5.0F) * surface.gloss;
        if (surface.reflection > 0 && next() < mirror)
            return light + seen(start, normal(reflect(direction, n) + inBall() * ((1 - surface.gloss) * 0.5F)), 1);
        light = light + surface.colour * (sunlight(start, n) + seen(start, normal(n * 1.001F + normal(inBall())), 1));
        if (surface.gloss > 0) { // the sun itself in the reflection
            const float shine
                = std::pow(clamp01(dot(reflect(direction, n), m_scene.sun)), 8 + 400 * surface.gloss * surface.gloss);
            light = light + sunlight(start, n) * (shine * surface.reflection * (2 + 20 * surface.gloss));
        }
        return m_scene.air(light, distance, from, direction);
    }

    const Scene& m_scene;
    std::minstd_rand m_random;
};

inline Picture take(const Scene& scene, int width, int height, int samples, unsigned threads)
{
    Picture picture{width, height, std::vector<Vec>(static_cast<std::size_t>(width) * height)};
    std::vector<std::thread> pool;
    for (unsigned t = 0; t < threads; ++t) {
        pool.emplace_back([&, t] {
            for (int y = static_cast<int>(t); y < height; y += static_cast<int>(threads)) {
                Tracer tracer{scene, 1000U + static_cast<unsigned>(y)};
                for (int x = 0; x < width; ++x)
                    picture.pixels[static_cast<std::size_t>(y) * width + x]
                        = tracer.pixel(static_cast<float>(x), static_cast<float>(y), width, height, samples);
            }
        });
    }
    for (auto& thread : pool)
        thread.join();
    return picture;
}
