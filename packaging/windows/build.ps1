# Builds the Windows application and its installer with Visual Studio 2022, Qt 6.4 (msvc2019_64), vcpkg and Inno Setup 6:
#   vcpkg install boost-asio boost-beast libsodium sqlite3 sqlitecpp fmt nlohmann-json spdlog cli11 nu-book-zxing-cpp libqrencode libxlsxwriter openssl
#
#   packaging\windows\build.ps1 -Qt C:\Qt\6.4.2\msvc2019_64 -Vcpkg C:\vcpkg [-Thumbprint CERTIFICATE]
#
# zhixing.ico is put together from the sizes that packaging/icons/make-icons plain draws (ImageMagick's magick).
# Signing: -Thumbprint names a code-signing certificate in the person's store.
param([Parameter(Mandatory)][string]$Qt, [Parameter(Mandatory)][string]$Vcpkg, [string]$Thumbprint = "")
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
$build = "$root\build\windows"
New-Item -ItemType Directory -Force "$build\deploy" | Out-Null

magick "$build\icons\zhixing_16.png" "$build\icons\zhixing_32.png" "$build\icons\zhixing_48.png" "$build\icons\zhixing_256.png" "$build\zhixing.ico"
cmake -S $root -B $build -G "Visual Studio 17 2022" -A x64 "-DCMAKE_PREFIX_PATH=$Qt" "-DCMAKE_TOOLCHAIN_FILE=$Vcpkg\scripts\buildsystems\vcpkg.cmake"
cmake --build $build --config Release --target zhixing
Copy-Item "$build\bin\Release\zhixing.exe" "$build\deploy"
& "$Qt\bin\windeployqt.exe" --release --qmldir "$root\qml" "$build\deploy\zhixing.exe"

$options = @("/DVersion=0.1.0")
if ($Thumbprint) {
    $sign = "signtool.exe sign /sha1 $Thumbprint /fd sha256 /tr http://timestamp.digicert.com /td sha256"
    Invoke-Expression "$sign `"$build\deploy\zhixing.exe`""
    $options += "/DSign", "/Szhixing=$sign `$f"
}
& iscc.exe @options "$PSScriptRoot\zhixing.iss"
