# What the application needs beside its code on each platform; see packaging/README.md for what was tried.

# Phones and other people's desktops get the client only: no server, no tests, no Debian packages.
if(ANDROID OR IOS OR APPLE OR WIN32)
    set(client_only_default ON)
else()
    set(client_only_default OFF)
endif()
option(ZHIXING_CLIENT_ONLY "Build the client and nothing else" ${client_only_default})

# zx_dress_application(<name>): icon, manifest and link handler, from packaging/.
function(zx_dress_application name)
    if(ANDROID)
        # packaging/android/build puts the manifest, the icons and the other resources together there.
        set_target_properties(${name} PROPERTIES
            QT_ANDROID_PACKAGE_SOURCE_DIR "${QT_ANDROID_PACKAGE_SOURCE_DIR}"
            QT_ANDROID_VERSION_NAME "${PROJECT_VERSION}"
        )
    elseif(IOS)
        target_sources(${name} PRIVATE "${PROJECT_BINARY_DIR}/Assets.xcassets")
        set_source_files_properties("${PROJECT_BINARY_DIR}/Assets.xcassets" PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
        set_target_properties(${name} PROPERTIES
            MACOSX_BUNDLE TRUE
            MACOSX_BUNDLE_INFO_PLIST "${PROJECT_SOURCE_DIR}/packaging/ios/Info.plist.in"
        )
    elseif(WIN32)
        target_sources(${name} PRIVATE
            "${PROJECT_SOURCE_DIR}/packaging/windows/zhixing.rc"
            "${PROJECT_SOURCE_DIR}/packaging/windows/zhixing.manifest"
        )
        set_source_files_properties("${PROJECT_SOURCE_DIR}/packaging/windows/zhixing.rc" PROPERTIES
            COMPILE_OPTIONS "-I${PROJECT_BINARY_DIR}"
        )
        set_target_properties(${name} PROPERTIES WIN32_EXECUTABLE TRUE)
    endif()
endfunction()
