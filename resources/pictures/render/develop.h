// resources/pictures/render/develop.h: light → a JPEG file, as a camera would: exposure, film curve, vignette, grain.
#pragma once
#include "tracer.h"
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

/// Narkowicz's fit of the ACES film curve.
inline float filmed(float v)
{
    return clamp01(v * (2.51F * v + 0.03F) / (v * (2.43F * v + 0.59F) + 0.14F));
}

inline bool develop(const Picture& picture, const Scene& scene, const std::string& path)
{
    cv::Mat bgr(picture.height, picture.width, CV_8UC3);
    std::mt19937 random{5};
    std::normal_distribution<float> grain{0, 1.6F};
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const float u = 2.0F * x / picture.width - 1, v = 2.0F * y / picture.height - 1;
            const float light = scene.exposure * 0.8F * (1 - scene.vignette * (u * u + v * v));
            const Vec c = picture.pixels[static_cast<std::size_t>(y) * picture.width + x] * light;
            const float speck = grain(random);
            const auto byte = [&](float value) {
                return cv::saturate_cast<uchar>(255 * std::pow(filmed(value), 1 / 2.2F) + speck);
            };
            bgr.at<cv::Vec3b>(y, x) = {byte(c.z), byte(c.y), byte(c.x)};
        }
    }
    return cv::imwrite(path, bgr, {cv::IMWRITE_JPEG_QUALITY, 88});
}
