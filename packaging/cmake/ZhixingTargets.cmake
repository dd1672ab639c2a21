# The three kinds of target this project is made of. Sources are listed by name, where they live.

# zx_add_library(<name> SOURCES <file>... [PUBLIC <target>...] [PRIVATE <target>...])
#
# A static library. Includes are paths from the root of the project. Link what your headers show as PUBLIC,
# everything else as PRIVATE.
function(zx_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;PUBLIC;PRIVATE")
    zx_reject_unknown_arguments(zx_add_library)
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE zhixing_warnings ${ARG_PRIVATE})
endfunction()

# zx_add_executable(<name> SOURCES <file>... [LIBRARIES <target>...])
#
# A program, put into <build>/bin so that people and tests find all of them in one place.
function(zx_add_executable name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LIBRARIES")
    zx_reject_unknown_arguments(zx_add_executable)
    if(ANDROID)
        qt_add_executable(${name} ${ARG_SOURCES})  # a library in a package, there
    else()
        add_executable(${name} ${ARG_SOURCES})
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE zhixing_warnings ${ARG_LIBRARIES})
endfunction()

# zx_add_qml_module(<name> URI <uri> QML_FILES <file>... [SINGLETONS <file>...] [RESOURCES <file>...]
#                   [SOURCES <file>...] [IMPORTS <uri>...] [LIBRARIES <target>...])
#
# A static QML module. Whatever uses it links <name>plugin. Singletons are listed apart from the other files;
# SOURCES are the C++ files of its types, if it has any.
# Qt 6.4 would put the module where its engine does not look; with the prefix that later versions choose by
# themselves, `engine.addImportPath("qrc:/qt/qml")` finds it.
function(zx_add_qml_module name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "URI" "QML_FILES;SINGLETONS;RESOURCES;SOURCES;IMPORTS;LIBRARIES")
    zx_reject_unknown_arguments(zx_add_qml_module)
    if(ARG_SINGLETONS)
        set_source_files_properties(${ARG_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endif()
    string(REPLACE "." "/" path "${ARG_URI}")
    zx_qml_cache_option(cache)
    qt_add_library(${name} STATIC)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    qt_add_qml_module(${name}
        URI ${ARG_URI}
        VERSION 1.0
        RESOURCE_PREFIX /qt/qml
        OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/qml/${path}"
        QML_FILES ${ARG_QML_FILES} ${ARG_SINGLETONS}
        RESOURCES ${ARG_RESOURCES}
        SOURCES ${ARG_SOURCES}
        IMPORTS ${ARG_IMPORTS}
        DEPENDENCIES QtQuick
        ${cache}
    )
    target_link_libraries(${name} PRIVATE Qt6::Quick ${ARG_LIBRARIES})
    if(ARG_SOURCES)
        # The registration that Qt generates includes the headers of the types by their bare names.
        target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
        target_link_libraries(${name} PRIVATE zhixing_warnings)
        get_target_property(compiled_qml ${name} SOURCES)
        list(FILTER compiled_qml INCLUDE REGEX "/qmlcache/")
        set_source_files_properties(${compiled_qml} PROPERTIES COMPILE_OPTIONS "-w")  # Qt writes these
    endif()
endfunction()

# Compiling QML ahead of time makes the application start faster and the build slower: release builds only.
function(zx_qml_cache_option result)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        set(${result} "" PARENT_SCOPE)
    else()
        set(${result} NO_CACHEGEN PARENT_SCOPE)
    endif()
endfunction()

# A misspelt keyword would otherwise be dropped in silence.
macro(zx_reject_unknown_arguments function)
    if(ARG_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${function}: unknown arguments: ${ARG_UNPARSED_ARGUMENTS}")
    endif()
endmacro()
