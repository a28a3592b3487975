# `cpack -G DEB` in a build makes signalbox-server and, with a window, signalbox. Debian 12 and 13 name libraries
# differently, so packages are built on the release they are for, and the version says which.
set(release "")
if(EXISTS /etc/os-release)
    file(STRINGS /etc/os-release lines REGEX "^(ID|VERSION_ID)=")
    string(REGEX REPLACE ".*VERSION_ID=\"?([0-9]+).*" "+deb\\1" release "${lines}")
    if(NOT lines MATCHES "(^|;)ID=debian(;|$)" OR NOT release MATCHES "^\\+deb[0-9]+$")
        set(release "")
    endif()
endif()
set(version ${PROJECT_VERSION}${release})

set(SIGNALBOX_MAINTAINER "Signalbox maintainers <maintainers@signalbox.example>" CACHE STRING "Maintainer of the packages")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME signalbox)
set(CPACK_PACKAGE_VERSION ${version})
set(CPACK_PACKAGE_CONTACT ${SIGNALBOX_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own as the first line of its description
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_COMPONENTS_ALL server)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME signalbox-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION admin)
# The driver of the database is loaded at run time; schedules have time zones; postinst makes the user.
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, tzdata, init-system-helpers (>= 1.54), systemd | systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS signalbox)
set(CPACK_DEBIAN_SERVER_DESCRIPTION "control center for services and jobs, server
Supervises long-running programs, runs pipelines and processes, measures
what they use and keeps the history. The server speaks the WebSocket
protocols alger, airavata, ark, pow-1 and sutra over one model, so that
dashboards written for these connect unchanged and all see the same.

This package has the server, which needs no display. The package signalbox
adds the window.")

set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME signalbox)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION admin)
# What draws icons and talks to the display is loaded at run time.
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS
    "signalbox-server (= ${version}), qt6-qpa-plugins, qt6-svg-plugins | libqt6svg6 (<< 6.6), hicolor-icon-theme")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "fonts-dejavu-core | fonts-noto-core, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_WINDOW_DESCRIPTION "control center for services and jobs, window
Supervises long-running programs, runs pipelines and processes, measures
what they use and keeps the history. The server speaks the WebSocket
protocols alger, airavata, ark, pow-1 and sutra over one model, so that
dashboards written for these connect unchanged and all see the same.

This package has the window: components with their logs, executions as
graphs, charts, clients and what they say.")

# Maintainer scripts are executable here, and nothing else may lie beside them under these names.
set(scripts ${CMAKE_CURRENT_SOURCE_DIR}/deb)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA ${scripts}/postinst ${scripts}/prerm ${scripts}/postrm)

# Documents that every package has to have, and what lintian is told.
set(packages server:signalbox-server)
if(SIGNALBOX_WITH_GUI)
    list(APPEND CPACK_COMPONENTS_ALL window)
    list(APPEND packages window:signalbox)
endif()
string(TIMESTAMP stamp "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(docs ${CMAKE_CURRENT_BINARY_DIR}/docs)
file(CONFIGURE OUTPUT ${docs}/changelog @ONLY CONTENT "signalbox (@version@) unstable; urgency=medium

  * What is new is in CHANGELOG.md of the sources.

 -- @SIGNALBOX_MAINTAINER@  @stamp@
")
execute_process(COMMAND ${GZIP_PROGRAM} --best --no-name --force ${docs}/changelog COMMAND_ERROR_IS_FATAL ANY)

# The copyright of the sources as REUSE has it, and of the npm package whose files are compiled in.
include(npm)
signalbox_npm_install()
set(swagger ${SIGNALBOX_NPM_DIR}/node_modules/swagger-ui-dist)
file(READ ${CMAKE_SOURCE_DIR}/.reuse/dep5 copyright)
file(READ ${swagger}/package.json about)
string(JSON swagger_version GET "${about}" version)
string(JSON swagger_license GET "${about}" license)
file(READ ${swagger}/swagger-ui-bundle.js.LICENSE.txt bundled)
string(REPLACE "\t" "    " bundled "${bundled}")
string(REGEX REPLACE "[ \r]*\n" "\n" bundled "${bundled}")
string(REGEX REPLACE "\n+$" "" bundled "${bundled}")
string(REPLACE "\n" "\n " bundled "${bundled}")
string(REGEX REPLACE "\n (\n|$)" "\n .\\1" bundled "${bundled}")
string(REGEX REPLACE "\n (\n|$)" "\n .\\1" bundled "${bundled}")
string(APPEND copyright "
Files: swagger-ui-dist/*
Copyright: 2020-2021 SmartBear Software Inc.
License: ${swagger_license}
Comment:
 Files of the npm package swagger-ui-dist ${swagger_version}, compiled into the program: swagger-ui.css,
 swagger-ui-bundle.js and favicon-32x32.png. The bundle says of what it holds:
 .
 ${bundled}

License: GPL-3.0-or-later
 On Debian systems the text is in /usr/share/common-licenses/GPL-3.

License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.

License: CC0-1.0
 On Debian systems the text is in /usr/share/common-licenses/CC0-1.0.
")
file(WRITE ${docs}/copyright "${copyright}")
foreach(each ${packages})
    string(REPLACE ":" ";" each ${each})
    list(GET each 0 component)
    list(GET each 1 package)
    install(FILES ${docs}/copyright ${docs}/changelog.gz DESTINATION share/doc/${package} COMPONENT ${component})
    file(READ deb/${package}.lintian-overrides overrides)
    if(release STREQUAL "+deb12") # to its lintian this tag is a mistake in the file
        string(REGEX REPLACE "#[^#]*appstream-metadata-validation-failed[^\n]*\n" "" overrides "${overrides}")
    endif()
    file(WRITE ${docs}/${package}.lintian-overrides "${overrides}")
    install(FILES ${docs}/${package}.lintian-overrides DESTINATION share/lintian/overrides RENAME ${package}
        COMPONENT ${component})
endforeach()
include(CPack)
