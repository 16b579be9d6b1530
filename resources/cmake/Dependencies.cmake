# The libraries the project stands on, each wrapped once. Debian 12's versions are the floor.
find_package(Threads REQUIRED)
find_package(OpenMP COMPONENTS CXX)
find_package(Torch 1.13 REQUIRED)          # Debian's 1.13.1 calls itself 1.13.0
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(ZLIB REQUIRED)

add_library(patchlight_torch INTERFACE)
target_link_libraries(patchlight_torch INTERFACE ${TORCH_LIBRARIES})
target_include_directories(patchlight_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
# Clang (14 and 16 were tried) meets c10::IValue incomplete in torch's headers as C++20 unless this one comes first.
target_compile_options(patchlight_torch INTERFACE "$<$<CXX_COMPILER_ID:Clang>:SHELL:-include ATen/core/ivalue.h>")

# oneDNN 2.6 (Debian 12) and 3.x (Debian 13); without it inference falls back to plain torch. Looked up by hand:
# Debian's own package configuration insists on OpenCL's headers, which nothing here needs.
find_path(PATCHLIGHT_DNNL_INCLUDE oneapi/dnnl/dnnl.hpp)
find_library(PATCHLIGHT_DNNL_LIBRARY dnnl)
if(PATCHLIGHT_DNNL_INCLUDE AND PATCHLIGHT_DNNL_LIBRARY)
    add_library(patchlight_dnnl INTERFACE)
    target_include_directories(patchlight_dnnl SYSTEM INTERFACE "${PATCHLIGHT_DNNL_INCLUDE}")
    target_link_libraries(patchlight_dnnl INTERFACE "${PATCHLIGHT_DNNL_LIBRARY}")
endif()

if(NOT PATCHLIGHT_NETS_ONLY)
    find_package(OpenCV 4.6 REQUIRED COMPONENTS core imgproc imgcodecs videoio)
    find_package(JPEG REQUIRED)            # OpenCV's own, asked for what OpenCV does not pass on: damage
    find_package(TIFF REQUIRED)
    find_path(PATCHLIGHT_LCMS_INCLUDE lcms2.h REQUIRED)
    find_library(PATCHLIGHT_LCMS_LIBRARY lcms2 REQUIRED)
    find_package(CURL 7.85 REQUIRED)
    find_package(Freetype REQUIRED)        # texts on figures: pixels, which font, order and shapes
    find_package(Fontconfig REQUIRED)
    find_path(PATCHLIGHT_RAQM_INCLUDE raqm.h REQUIRED)
    find_library(PATCHLIGHT_RAQM_LIBRARY raqm REQUIRED)
endif()
find_package(CLI11 REQUIRED)
if(PATCHLIGHT_WINDOW AND NOT PATCHLIGHT_NETS_ONLY)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Svg Charts)
    qt_standard_project_setup()
endif()
if(PATCHLIGHT_TESTS)
    find_package(GTest REQUIRED)
    if(PATCHLIGHT_WINDOW AND NOT PATCHLIGHT_NETS_ONLY)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    endif()
endif()
