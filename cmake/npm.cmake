# Web assets, the formatter of the sources and the reader of AsyncAPI documents come from npm packages, pinned by
# package-lock.json in the root: fetched at configure time into the build folder, again only when the lockfile changed.
# Scripts of packages are never run.
set(SIGNALBOX_NPM_DIR ${CMAKE_BINARY_DIR}/npm)

function(signalbox_npm_install)
    set(inputs package.json package-lock.json .npmrc)
    list(TRANSFORM inputs PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${paths})
    file(SHA256 ${CMAKE_SOURCE_DIR}/package-lock.json wanted)
    set(stamp ${SIGNALBOX_NPM_DIR}/installed)
    if(EXISTS ${stamp})
        file(READ ${stamp} installed)
        if(installed STREQUAL wanted)
            return()
        endif()
    endif()
    find_program(NPM_PROGRAM npm)
    if(NOT NPM_PROGRAM)
        message(FATAL_ERROR "npm is missing; it fetches the web pages' assets and what tests need of it. Install it (Debian: nodejs npm; "
                            "tools/setup does), then configure again.")
    endif()
    file(MAKE_DIRECTORY ${SIGNALBOX_NPM_DIR})
    file(COPY ${paths} DESTINATION ${SIGNALBOX_NPM_DIR})
    message(STATUS "Fetching npm packages (npm ci)")
    execute_process(
        COMMAND ${NPM_PROGRAM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
        WORKING_DIRECTORY ${SIGNALBOX_NPM_DIR} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "npm ci failed in ${SIGNALBOX_NPM_DIR}; is the network up?\n${output}")
    endif()
    file(WRITE ${stamp} ${wanted})
endfunction()

# signalbox_npm_resources(<target> <resource name> <package> <prefix> <files…>) compiles files of a package into a target.
function(signalbox_npm_resources target name package prefix)
    signalbox_npm_install()
    set(base ${SIGNALBOX_NPM_DIR}/node_modules/${package})
    list(TRANSFORM ARGN PREPEND ${base}/ OUTPUT_VARIABLE files)
    qt_add_resources(${target} ${name} PREFIX ${prefix} BASE ${base} FILES ${files})
endfunction()
