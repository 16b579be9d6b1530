// core/image/tiff_complaints.cpp: libtiff has two handlers for either kind of message; OpenCV sets the other one.
#include "core/image/tiff_complaints.h"
#include <cstdarg>
#include <mutex>
#include <string_view>
#include <tiffio.h>

namespace patchlight
{
namespace
{

thread_local unsigned long t_tiffComplaints = 0;

void onTiffError(thandle_t, const char*, const char*, va_list)
{
    ++t_tiffComplaints;
}

/// Warnings of decoders are lines cut short and bytes that are missing; those of directories cost no pixel.
void onTiffWarning(thandle_t, const char* module, const char*, va_list)
{
    const std::string_view name = module ? module : "";
    if (name == "JPEGLib" || name.starts_with("Fax") || name.find("Decode") != std::string_view::npos)
        ++t_tiffComplaints;
}

}

unsigned long tiffComplaints()
{
    static std::once_flag s_listening;
    std::call_once(s_listening, [] {
        TIFFSetErrorHandler(nullptr); // they print
        TIFFSetWarningHandler(nullptr);
        TIFFSetErrorHandlerExt(onTiffError);
        TIFFSetWarningHandlerExt(onTiffWarning);
    });
    return t_tiffComplaints;
}

}
