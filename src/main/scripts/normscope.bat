@echo off
rem Starts NormScope with the Java that JAVA_HOME names, or else the one on the PATH.
rem NORMSCOPE_OPTS may hold further options for Java, for instance -Xmx2g.
setlocal

set "JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
set "VECTOR="
for /f "tokens=1,2 delims=@" %%A in ('""%JAVA%" --list-modules 2^>nul"') do (
    if "%%A"=="java.base" set "VERSION=%%B"
    if "%%A"=="${vectorModule}" set "VECTOR=${vectorOption}"
)
set "MAJOR=0"
for /f "delims=.-+" %%A in ("%VERSION%") do set "MAJOR=%%A"
if %MAJOR% LSS 17 (
    echo normscope: Java 17 or newer is needed; install it, or let JAVA_HOME name its folder. 1>&2
    exit /b 1
)

rem The window comes sooner when Java finds its classes ready in an archive; see the script for Unix.
set "ARCHIVE="
if "%~1"=="" if %MAJOR% GEQ 19 set ARCHIVE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%TEMP%\normscope-java-%VERSION%.jsa" -Xlog:disable

"%JAVA%" ${runtimeOptions} ${heapOption} %ARCHIVE% %VECTOR% %NORMSCOPE_OPTS% -jar "%~dp0..\lib\${project.build.finalName}.jar" %*
exit /b %ERRORLEVEL%
