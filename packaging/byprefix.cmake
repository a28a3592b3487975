# Run by cmake --install with `source` (this folder) and `made` (what the build made of it).
set(share ${CMAKE_INSTALL_PREFIX}/share)
# Debian's zsh looks into the first below /usr, into the second below /usr/local.
set(zsh ${share}/zsh/site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    set(zsh ${share}/zsh/vendor-completions)
endif()
file(INSTALL ${made}/_signalbox DESTINATION ${zsh})

configure_file(${source}/systemd/signalbox.service.in ${made}/system/signalbox.service @ONLY)
configure_file(${source}/systemd/signalbox-user.service.in ${made}/user/signalbox.service @ONLY)
foreach(manager system user)
    file(INSTALL ${made}/${manager}/signalbox.service DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/systemd/${manager})
endforeach()
