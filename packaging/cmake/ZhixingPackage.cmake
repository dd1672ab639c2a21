# What is installed where, and the two Debian packages made from it: zhixing-server and zhixing.
# `make package` builds them; packaging/deb/make-packages looks at what came out.

install(TARGETS zhixing-server RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT server)
install(FILES packaging/systemd/zhixing-server.service DESTINATION lib/systemd/system COMPONENT server)
install(FILES packaging/systemd/zhixing-server.sysusers
    DESTINATION lib/sysusers.d RENAME zhixing-server.conf COMPONENT server
)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/zhixing-server" RENAME copyright COMPONENT server)

install(TARGETS zhixing zhixing-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT client)
install(FILES packaging/desktop/zhixing.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT client)
install(FILES packaging/icons/zhixing.svg
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT client
)
# Drawn by packaging/icons/make-icons, which make-packages calls first.
install(DIRECTORY "${PROJECT_BINARY_DIR}/icons/hicolor"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons" COMPONENT client OPTIONAL
)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/zhixing" RENAME copyright COMPONENT client)

# What the client loads while it runs cannot be seen in its binary: it stands in packaging/packages/run.txt.
file(STRINGS "${PROJECT_SOURCE_DIR}/packaging/packages/run.txt" run_packages REGEX "^[a-z]")
list(JOIN run_packages ", " run_packages)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zhixing)
set(CPACK_PACKAGE_CONTACT "Zhixing developers <zhixing@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL server client)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_COMPONENT_SERVER_DESCRIPTION "Zhixing server\n Keeps an organisation's plans, tasks, budgets and reports, and brings its devices together.")
set(CPACK_DEBIAN_SERVER_PACKAGE_NAME zhixing-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/packaging/deb/postinst;${PROJECT_SOURCE_DIR}/packaging/deb/prerm"
)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)

set(CPACK_COMPONENT_CLIENT_DESCRIPTION "Zhixing client\n Plan at headquarters, act in the field, know what really happened, with or without a signal.")
set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME zhixing)
set(CPACK_DEBIAN_CLIENT_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS "${run_packages}")

include(CPack)
