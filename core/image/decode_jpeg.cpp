// core/image/decode_jpeg.cpp: libjpeg's C interface. Its errors are jumps, so no object here has a destructor while it
// works.
#include "core/image/decode_jpeg.h"
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it
#include <jpeglib.h>
#include <vector>
// behind jpeglib.h, whose configuration says what there is
#include <jerror.h>

namespace patchlight
{
namespace
{

constexpr int kMostSamples = 4; ///< of a pixel: CMYK

struct JpegReading {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    std::jmp_buf failed{};
    bool damaged = false;
};

JpegReading& readingOf(j_common_ptr jpeg)
{
    return *static_cast<JpegReading*>(jpeg->client_data);
}

void onJpegError(j_common_ptr jpeg)
{
    std::longjmp(readingOf(jpeg).failed, 1);
}

/// Libjpeg warns and goes on with grey where data is missing; of what else it warns no pixel is lost.
void onJpegMessage(j_common_ptr jpeg, int level)
{
    constexpr int kLosses[]{
        JWRN_HIT_MARKER, JWRN_JPEG_EOF, JWRN_HUFF_BAD_CODE, JWRN_ARITH_BAD_CODE, JWRN_MUST_RESYNC, JWRN_BOGUS_PROGRESSION};
    if (level >= 0)
        return; // not even a warning
    ++jpeg->err->num_warnings;
    for (const int loss : kLosses)
        readingOf(jpeg).damaged |= jpeg->err->msg_code == loss;
}

/// Adobe's inverted CMYK, by OpenCV's formula.
void toRgb(const std::uint8_t* cmyk, int width, std::uint8_t* rgb)
{
    for (int x = 0; x < width; ++x, cmyk += 4, rgb += 3)
        for (int channel = 0; channel < 3; ++channel)
            rgb[channel] = static_cast<std::uint8_t>(cmyk[3] - ((255 - cmyk[channel]) * cmyk[3] >> 8));
}

/// False where libjpeg gave up.
bool readRows(JpegReading& reading, std::span<const std::byte> bytes, Image& into, std::uint8_t* room)
{
    auto& jpeg = reading.jpeg;
    if (setjmp(reading.failed) != 0)
        return false;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&jpeg, TRUE);
    const bool cmyk = jpeg.num_components == kMostSamples;
    jpeg.out_color_space = cmyk ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&jpeg);
    if (jpeg.output_width != static_cast<JDIMENSION>(into.width())
        || jpeg.output_height != static_cast<JDIMENSION>(into.height()))
        return false;
    for (int y = 0; y < into.height(); ++y) {
        JSAMPROW row = cmyk ? room : into.row(y);
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (cmyk)
            toRgb(room, into.width(), into.row(y));
    }
    return true;
}

}

Result<void> decodeJpeg(std::span<const std::byte> bytes, Image& into)
{
    JpegReading reading;
    reading.jpeg.err = jpeg_std_error(&reading.errors);
    reading.jpeg.client_data = &reading;
    reading.errors.error_exit = onJpegError;
    reading.errors.emit_message = onJpegMessage;
    std::vector<std::uint8_t> room(static_cast<std::size_t>(into.width()) * kMostSamples);
    const bool whole = readRows(reading, bytes, into, room.data());
    const bool noRoom = reading.errors.msg_code == JERR_OUT_OF_MEMORY;
    jpeg_destroy_decompress(&reading.jpeg);
    if (!whole && noRoom)
        return fail(ErrorCode::OutOfMemory, "needs more memory than there is");
    if (!whole || reading.damaged)
        return fail(ErrorCode::Malformed,
            reading.damaged ? "is damaged: some of its compressed data is missing or not readable"
                            : "is coded in a way that is not supported, or damaged");
    return {};
}

}
