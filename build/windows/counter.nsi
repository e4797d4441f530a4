; Counter's setup for Windows 10 and 11, 64 bit: for one person or for everybody, with or without questions.
;
;   counter-setup.exe                      asks for whom
;   counter-setup.exe /S [/AllUsers|/CurrentUser] [/D=C:\folder]    asks nothing; for this person unless told otherwise
;
; Ends with 0, or 1 when it was cancelled, 2 when Counter was running or something else was in the way.
; Defined from outside: VERSION (1.2.3), SOURCE (the packed program), OUTFILE, LICENCE; SIGN (a command), if there is one.
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10

!define PRODUCT "Counter"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Counter"
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "Counter"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_FUNCTION place
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh

Name "${PRODUCT} ${VERSION}"
OutFile "${OUTFILE}"
BrandingText " "
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 ProductName "${PRODUCT}"
VIAddVersionKey /LANG=1033 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=1033 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1033 FileDescription "Sets up Counter"
VIAddVersionKey /LANG=1033 CompanyName "The Counter authors"
VIAddVersionKey /LANG=1033 LegalCopyright "MIT licence; parts of others under their own, see THIRD-PARTY-NOTICES.txt"
VIAddVersionKey /LANG=1033 OriginalFilename "counter-setup.exe"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif

!define MUI_ICON "counter.ico"
!define MUI_UNICON "counter.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\counter.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Counter"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var data  ; the shop's folder, of whoever runs this; never a place for the program
Function place
  ReadRegStr $0 SHCTX "${KEY}" "InstallLocation"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $MultiUser.InstallMode == "CurrentUser"
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Counter"
  ${EndIf}
FunctionEnd

!macro refuse sentence
  MessageBox MB_OK|MB_ICONSTOP "${sentence}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; A program that runs holds its own file: it can't be opened for writing then.
!macro not_while_it_runs
  ${If} ${FileExists} "$INSTDIR\counter.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\counter.exe" a
    ${If} ${Errors}
      !insertmacro refuse "Counter is open. Close it, then start this again. Nothing was changed."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  StrCpy $R1 $INSTDIR  ; set by /D= only
  ${IfNot} ${AtLeastWin10}
    !insertmacro refuse "Counter needs Windows 10 or newer. Nothing was changed."
  ${EndIf}
  ${IfNot} ${RunningX64}
    !insertmacro refuse "Counter needs a Windows of 64 bit. Nothing was changed."
  ${EndIf}
  SetRegView 64  ; the program is of 64 bit: for everybody, too, it stands in that part of the registry
  StrCpy $data "$LOCALAPPDATA\Counter"  ; now: for everybody, Windows will mean another folder by that name
  !insertmacro MULTIUSER_INIT
  ${If} $R1 != ""
    StrCpy $INSTDIR $R1
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  StrCpy $data "$LOCALAPPDATA\Counter"
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section "Counter"
  ${If} $INSTDIR == $data
    !insertmacro refuse "The shop's data is kept in $INSTDIR. Choose another folder for the program."
  ${EndIf}
  !insertmacro not_while_it_runs
  ; An upgrade takes the place of the old program. Beside it may lie portable.txt and data: they stay.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\counter.exe"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${SOURCE}\*"
  ${If} ${Errors}
    !insertmacro refuse "Not everything could be written to $INSTDIR. Make room, then start this again: no customer is lost."
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Counter.lnk" "$INSTDIR\counter.exe"
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\counter.exe"
  WriteRegStr SHCTX "${KEY}" "Publisher" "The Counter authors"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" "$0"
SectionEnd

; Takes away what the setup brought and nothing else; the folder goes when nothing else is in it.
Section "Uninstall"
  !insertmacro not_while_it_runs
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\counter.exe"
  Delete "$INSTDIR\uninstall.exe"
  Delete "$SMPROGRAMS\Counter.lnk"
  DeleteRegKey SHCTX "${KEY}"
  RMDir "$INSTDIR"
  MessageBox MB_OK|MB_ICONINFORMATION "Counter was removed. The shop's data was left where it is:$\r$\n$data, and there for whoever else used it." /SD IDOK
SectionEnd
