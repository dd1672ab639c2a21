# Every library we use, with the oldest version we promise to work with: Debian 12's. Nothing is downloaded.
# The Debian packages that hold them are listed in packaging/packages.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
pkg_check_modules(Zstd REQUIRED IMPORTED_TARGET libzstd>=1.5.4)
pkg_check_modules(Xlsx REQUIRED IMPORTED_TARGET xlsxwriter>=1.1.4)
find_package(SQLite3 3.40 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ZXing 1.4 REQUIRED)

if(NOT ZHIXING_CLIENT_ONLY)
    pkg_check_modules(QrEncode REQUIRED IMPORTED_TARGET libqrencode>=4.1)
    find_package(spdlog 1.10 REQUIRED)
    find_package(OpenSSL 3.0 REQUIRED)
    find_package(Boost 1.81 REQUIRED)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Positioning WebSockets Qml Quick QuickControls2 Svg LinguistTools)

# Debian's own interpreter, beside which the packages of packaging/packages/test.txt put their modules.
if(NOT DEFINED Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
    set(Python3_EXECUTABLE /usr/bin/python3)
endif()
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

if(BUILD_TESTING)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test QuickTest)
    find_package(benchmark 1.7 REQUIRED)
endif()
