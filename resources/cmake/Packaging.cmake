# `cpack -G DEB` makes three packages and their debug symbols. CPack and not debian/: the version, the files and their
# components are known here already, and the same description serves whoever builds another kind of package.
set(CPACK_PACKAGE_NAME patchlight)
set(CPACK_PACKAGE_VENDOR Patchlight)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "show what a Vision Transformer looks at")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# What is stripped off goes into -dbgsym; stripped earlier there would be nothing to put there.
set(CPACK_COMPONENTS_ALL cli window data)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME patchlight)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME patchlight-cli)
set(CPACK_DEBIAN_DATA_PACKAGE_NAME patchlight-data)
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DATA_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DATA_DEBUGINFO_PACKAGE OFF)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION science)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION science)
set(CPACK_DEBIAN_DATA_PACKAGE_SECTION science)
set(exactly "patchlight-data (= ${PROJECT_VERSION})")
# LibTorch is content with any BLAS, and the reference one is fifty times slower.
set(blas "libopenblas0-pthread | libopenblas0")
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "${exactly}, ${blas}")
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "${exactly}, ${blas}")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "patchlight-cli, qt6-translations-l10n")

set(story "Open a picture, read the prediction, browse every layer and head, follow
 attention from any patch, compare explanation methods with numbers, and export
 what you see. It opens the checkpoint files people already have and needs
 neither Python nor a network.")
string(REPLACE "\n " "\n" story "${story}")
set(CPACK_COMPONENT_WINDOW_DESCRIPTION "${story}\n\nThis package holds the window.")
set(CPACK_COMPONENT_CLI_DESCRIPTION
    "${story}\n\nThis package holds the command line, which needs no display.")
set(CPACK_COMPONENT_DATA_DESCRIPTION
    "${story}\n\nThis package holds the default model, class names and sample pictures.")
include(CPack)
