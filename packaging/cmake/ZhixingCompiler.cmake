# How every target is compiled: the language, the warnings, and the tools that make building fast.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_COMPILE_WARNING_AS_ERROR ON)

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

# A compiler cache and a fast linker are used where they are installed; nothing depends on them.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(ZX_CCACHE ccache)
    mark_as_advanced(ZX_CCACHE)
    if(ZX_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${ZX_CCACHE}")
    endif()
endif()
find_program(ZX_MOLD mold)
mark_as_advanced(ZX_MOLD)
if(ZX_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# The warnings for code written here. Headers of Qt, Boost and the other libraries are SYSTEM and stay silent.
add_library(zhixing_warnings INTERFACE)
target_compile_options(zhixing_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# g++ 12 takes the unused alternatives of a std::variant for uninitialised memory (GCC bug 105562 and its kin).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(zhixing_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
