# What every target of the project is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    # Debian's OpenCV brings Qt 5 along: inline functions of Qt 6 that a program exports would be called by it.
    set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
endif()

find_program(PATCHLIGHT_CCACHE ccache)
if(PATCHLIGHT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # A precompiled header changes with every build folder; only its contents may decide.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${PATCHLIGHT_CCACHE})
    add_compile_options(-fpch-preprocess)
endif()

add_library(patchlight_options INTERFACE)
target_include_directories(patchlight_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(patchlight_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Werror=return-type)
if(PATCHLIGHT_STRICT)
    target_compile_options(patchlight_options INTERFACE -Werror -Wconversion -Wold-style-cast)
    # GCC 12 sees overlaps and endless lengths in "text" + std::string (its bug 105651, mended in 13).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(patchlight_options INTERFACE -Wno-restrict -Wno-stringop-overflow)
    endif()
endif()
target_compile_definitions(patchlight_options INTERFACE PATCHLIGHT_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(PATCHLIGHT_SANITIZE)
    target_compile_options(patchlight_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    target_link_options(patchlight_options INTERFACE -fsanitize=address,undefined)
endif()

# Sources of one room are compiled eight at a time: what they share is read once. Tests stay on their own.
if(PATCHLIGHT_UNITY)
    set(CMAKE_UNITY_BUILD ON)
    set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)
endif()
