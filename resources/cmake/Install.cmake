# What `cmake --install` puts where: both programs, what they read at run time, and what a desktop knows of them.
# Components follow the packages (Packaging.cmake): cli, window, data. Nothing installed points into the source tree.
include(GNUInstallDirs)
set(desktop_id org.patchlight.Patchlight)
set(outside "${PROJECT_BINARY_DIR}/outside")
file(MAKE_DIRECTORY "${outside}")
set(desktop_files "${PROJECT_SOURCE_DIR}/resources/desktop")
find_program(PATCHLIGHT_GZIP gzip REQUIRED) # manual pages and changelogs lie compressed everywhere
set(pack ${PATCHLIGHT_GZIP} -9nkf)
set(CPACK_PACKAGE_CONTACT "Patchlight maintainers <maintainers@patchlight.invalid>")

if(TARGET patchlight_cli)
    install(TARGETS patchlight_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT cli)
    install(TARGETS patchlight_cli_engine RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/patchlight COMPONENT cli)
    # The manual and the completions come from the program's own table of options.
    add_custom_command(OUTPUT "${outside}/patchlight-cli.1"
        COMMAND patchlight_cli --manual > "${outside}/patchlight-cli.1"
        COMMAND ${pack} "${outside}/patchlight-cli.1"
        COMMAND patchlight_cli --completion bash > "${outside}/patchlight-cli"
        COMMAND patchlight_cli --completion zsh > "${outside}/_patchlight-cli"
        COMMAND patchlight_cli --completion fish > "${outside}/patchlight-cli.fish"
        DEPENDS patchlight_cli COMMENT "Manual page and completions")
    add_custom_target(outside ALL DEPENDS "${outside}/patchlight-cli.1")
    install(FILES "${outside}/patchlight-cli.1.gz" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT cli)
    install(FILES "${outside}/patchlight-cli"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT cli)
    install(FILES "${outside}/_patchlight-cli" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT cli)
    install(FILES "${outside}/patchlight-cli.fish"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT cli)
endif()

if(TARGET patchlight)
    install(TARGETS patchlight RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT window)
    configure_file("${desktop_files}/${desktop_id}.metainfo.xml.in" "${PROJECT_BINARY_DIR}/${desktop_id}.metainfo.xml" @ONLY)
    set(in_english ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 $<TARGET_FILE:patchlight>)
    add_custom_command(OUTPUT "${outside}/patchlight.1"
        COMMAND ${in_english} --manual > "${outside}/patchlight.1"
        COMMAND ${pack} "${outside}/patchlight.1"
        COMMAND ${in_english} --completion bash > "${outside}/patchlight"
        COMMAND ${in_english} --completion zsh > "${outside}/_patchlight"
        COMMAND ${in_english} --completion fish > "${outside}/patchlight.fish"
        DEPENDS patchlight COMMENT "Manual page and completions of the window")
    add_custom_target(outside_window ALL DEPENDS "${outside}/patchlight.1")
    install(FILES "${desktop_files}/${desktop_id}.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT window)
    install(FILES "${PROJECT_BINARY_DIR}/${desktop_id}.metainfo.xml"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT window)
    install(FILES "${desktop_files}/${desktop_id}.svg"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT window)
    install(FILES "${desktop_files}/${desktop_id}.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages COMPONENT window)
    install(FILES "${outside}/patchlight.1.gz" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT window)
    install(FILES "${outside}/patchlight"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT window)
    install(FILES "${outside}/_patchlight" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT window)
    install(FILES "${outside}/patchlight.fish"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT window)
endif()

foreach(folder models pictures labels)
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/${folder}" DESTINATION ${CMAKE_INSTALL_DATADIR}/patchlight
        COMPONENT data PATTERN render EXCLUDE PATTERN "*.sh" EXCLUDE)
endforeach()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/docs/guide" DESTINATION ${CMAKE_INSTALL_DATADIR}/patchlight/docs
    COMPONENT data PATTERN "*.sh" EXCLUDE)
foreach(component cli window data)
    set(package patchlight-${component})
    if(component STREQUAL "window")
        set(package patchlight)
    endif()
    configure_file("${PROJECT_SOURCE_DIR}/resources/packaging/changelog.in" "${outside}/doc/${package}/changelog" @ONLY)
    execute_process(COMMAND ${pack} "${outside}/doc/${package}/changelog" COMMAND_ERROR_IS_FATAL ANY)
    install(FILES "${PROJECT_SOURCE_DIR}/resources/packaging/copyright" "${outside}/doc/${package}/changelog.gz"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()
