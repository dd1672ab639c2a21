; The installer, for Inno Setup 6: for one person, without administrator's rights; zhixing:// links open the application.
[Setup]
AppId={{6E5F3B52-6B4C-4B39-9E0C-0197A0000001}
AppName=Zhixing
AppVersion={#Version}
DefaultDirName={autopf}\Zhixing
DefaultGroupName=Zhixing
PrivilegesRequired=lowest
ArchitecturesInstallIn64BitMode=x64
LicenseFile=..\..\LICENSE
OutputDir=..\..\build\windows
OutputBaseFilename=zhixing-setup
SetupIconFile=..\..\build\windows\zhixing.ico
UninstallDisplayIcon={app}\zhixing.exe
Compression=lzma2
SolidCompression=yes
#ifdef Sign
SignTool=zhixing
#endif

[Files]
Source: "..\..\build\windows\deploy\*"; DestDir: "{app}"; Flags: recursesubdirs

[Icons]
Name: "{autoprograms}\Zhixing"; Filename: "{app}\zhixing.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\zhixing"; ValueType: string; ValueData: "URL:Zhixing"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\zhixing"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\zhixing\shell\open\command"; ValueType: string; ValueData: """{app}\zhixing.exe"" ""%1"""

[Run]
Filename: "{app}\zhixing.exe"; Flags: nowait postinstall skipifsilent
