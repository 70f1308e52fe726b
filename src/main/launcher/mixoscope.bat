@echo off
rem Starts Mixoscope with the first Java found that is new enough.
rem MIXOSCOPE_OPTS: more options for that Java.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in (
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Microsoft\jdk*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\BellSoft\*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
  "%USERPROFILE%\.jdks\*"
) do call :try "%%~D"
if not defined java (
  echo mixoscope: needs Java %needed% or newer; none in JAVA_HOME, on PATH or in the usual folders. Install a JDK %needed% or set JAVA_HOME to one. 1>&2
  exit /b 1
)
for %%L in ("%~dp0..\lib") do set "lib=%%~fL"
rem What Java learned of the window, or of commands: a cache holds for what was run. A batch goes on,
rem and is the faster for what is compiled early; it is to tidy rather than to take more memory.
set "learned=commands"
set "settings=-XX:CompileThresholdScaling=8"
for %%C in ("" explore figure snapshot) do if "%~1"=="%%~C" set "learned=mixoscope"
for %%C in (batch stream) do if "%~1"=="%%C" set "settings=-XX:CompileThresholdScaling=2 -XX:GCTimeRatio=1"
set "cache="
if exist "%lib%\%learned%.aot" set cache="-XX:AOTCache=%lib%\%learned%.aot"
rem What is wrong with a picture is said by the program, not by OpenCV.
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=SILENT"
"%java%" "@%lib%\java.args" %settings% %cache% --module-path "%lib%\javafx" -cp "%lib%\*" %MIXOSCOPE_OPTS% org.mixoscope.cli.Main %*
exit /b %ERRORLEVEL%

rem Sets `java` if a folder holds a Java new enough: its `release` file says so.
:try
if defined java exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=.-+" %%M in ("%%~V") do if %%M geq %needed% set "java=%~1\bin\java.exe"
)
exit /b
