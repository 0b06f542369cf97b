@echo off
rem Starts NormScope with the Java that JAVA_HOME names, or else the one on the PATH.
rem NORMSCOPE_OPTS may hold further options for Java, for instance -Xmx2g; one with a blank in quotes.
setlocal

set "JAVA="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if not defined JAVA (
    echo normscope: Java is missing; install Java 17 or newer, or let JAVA_HOME name its folder. 1>&2
    if "%~1"=="" pause
    exit /b 1
)

rem What a Java is stands in its file "release"; Oracle puts one on the PATH that has none, and must be asked.
set "VERSION="
set "MODULES= "
for %%I in ("%JAVA%") do set "RELEASE=%%~dpI..\release"
if exist "%RELEASE%" (
    for /f "usebackq tokens=1* delims==" %%A in ("%RELEASE%") do (
        if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
        if "%%A"=="MODULES" set "MODULES=%%~B"
    )
)
if not exist "%RELEASE%" (
    for /f "tokens=1,2 delims=@" %%A in ('java.exe --list-modules 2^>nul') do (
        if "%%A"=="java.base" set "VERSION=%%B"
        if "%%A"=="${vectorModule}" set "MODULES=%%A"
    )
)
set "MAJOR=0"
for /f "delims=.-+" %%A in ("%VERSION%") do set "MAJOR=%%A"
if %MAJOR% LSS 17 (
    echo normscope: Java 17 or newer is needed, but this one is %VERSION%; install it, or let JAVA_HOME name its folder. 1>&2
    if "%~1"=="" pause
    exit /b 1
)
set "VECTOR="
if not "%MODULES:${vectorModule}=%"=="%MODULES%" set "VECTOR=${vectorOption}"

rem A heap of the user's may be smaller than what ours begins with.
set "HEAP=${heapStart} ${heapLimit}"
if defined NORMSCOPE_OPTS call :heap

rem The window comes sooner when Java finds its classes ready in an archive; see the script for Unix.
set "ARCHIVE="
if "%~1"=="" if %MAJOR% GEQ 19 set ARCHIVE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%TEMP%\normscope-java-%VERSION%.jsa" -Xlog:disable

rem Java cannot read a path in letters that the system's code page lacks. A start without arguments does not need one.
set "LIB=%~dp0..\lib"
if "%~1"=="" cd /d "%LIB%"
if "%~1"=="" set "LIB=."

"%JAVA%" ${runtimeOptions} %HEAP% %ARCHIVE% %VECTOR% %NORMSCOPE_OPTS% "-Dnormscope.program=%LIB%\.." -cp "%LIB%\*;%LIB%\javafx\win\*" ${mainClass} %*
exit /b %ERRORLEVEL%

:heap
set "OPTS=%NORMSCOPE_OPTS:"=%"
if not "%OPTS:-Xm=%"=="%OPTS%" set "HEAP=${heapLimit}"
if not "%OPTS:HeapSize=%"=="%OPTS%" set "HEAP=${heapLimit}"
exit /b 0
