# zx_add_test(NAME tst_<unit> SOURCES <file>... [LIBRARIES <target>...] [ENVIRONMENT <name=value>...]
#             [ARGUMENTS <argument>...] [TIMEOUT <seconds>] [UI] [SERIAL])
#
# One Qt Test program, run by ctest under its own name. Its label is its folder below tests/, so that
# `ctest -L shared/base` runs one folder and `ctest -L shared` a whole branch.
# UI links what Qt Quick tests need. All tests draw off screen with the software renderer: no display is needed.
# SERIAL is for tests that measure or fill the machine and must run alone.
#
# The tests of what has threads, or reads what strangers send, have the label `sanitize` as well, and the target
# `sanitized` builds them: `make sanitize` runs them with the sanitizers, which takes several times as long.
set(ZX_SANITIZED_FOLDERS "^(server|sync|client/net)(/|$)")
if(CMAKE_CXX_FLAGS_RELWITHDEBINFO MATCHES "-fsanitize=")
    set(ZX_PATIENCE 10)
else()
    set(ZX_PATIENCE 1)
endif()
add_custom_target(sanitized)

function(zx_add_test)
    cmake_parse_arguments(PARSE_ARGV 0 ARG "UI;SERIAL" "NAME;TIMEOUT" "SOURCES;LIBRARIES;ENVIRONMENT;ARGUMENTS")
    zx_reject_unknown_arguments(zx_add_test)
    if(NOT ARG_NAME MATCHES "^tst_[a-z0-9_]+$")
        message(FATAL_ERROR "zx_add_test: '${ARG_NAME}' should read tst_<unit>")
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * ${ZX_PATIENCE}")
    file(RELATIVE_PATH label "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")

    add_executable(${ARG_NAME} ${ARG_SOURCES})
    if(label MATCHES "${ZX_SANITIZED_FOLDERS}")
        add_dependencies(sanitized ${ARG_NAME})
        list(APPEND label sanitize)
    endif()
    set_target_properties(${ARG_NAME} PROPERTIES AUTOMOC ON)
    target_include_directories(${ARG_NAME} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${ARG_NAME} PRIVATE zhixing_warnings ${ARG_LIBRARIES} Qt6::Test)
    if(ARG_UI)
        target_link_libraries(${ARG_NAME} PRIVATE Qt6::QuickTest Qt6::Quick Qt6::Qml Qt6::Gui)
    endif()

    add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME} ${ARG_ARGUMENTS})
    set_tests_properties(${ARG_NAME} PROPERTIES
        LABELS "${label}"
        TIMEOUT ${ARG_TIMEOUT}
        RUN_SERIAL ${ARG_SERIAL}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000;${ARG_ENVIRONMENT}"
    )
endfunction()
