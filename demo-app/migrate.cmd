@echo off
rem Commands of Migrate for this project: migrate --help
rem
rem Compiles, resolves the class path once for each state of the poms, and runs the application's own main
rem class, so that arguments, stdout, stderr and the exit code stay the command's.
rem Written by "migrate init"; needs Maven (or mvnw.cmd) and a JDK.
rem
rem In the environment: JAVA_HOME, JAVA_OPTS for the JVM. Options for Maven belong in .mvn\maven.config.
setlocal EnableExtensions DisableDelayedExpansion

rem The class with the main method; empty: the one class annotated with @SpringBootApplication
set "main_class=dev.migrate.demo.DemoApplication"

set "project=%~dp0"
set "project=%project:~0,-1%"
set "state=%project%\target\migrate"
if not exist "%project%\pom.xml" goto no_pom
if not exist "%state%" mkdir "%state%"

rem The topmost folder whose pom lists this project, or the folder below it that does, as a module
set "root=%project%"
set "folder=%project%"
:next_folder
for %%I in ("%folder%\..") do set "above=%%~fI"
if "%above%"=="%folder%" goto root_found
set "folder=%above%"
if not exist "%folder%\pom.xml" goto next_folder
call set "module=%%root:%folder%\=%%"
set "module=%module:\=/%"
findstr /l /c:"<module>%module%</module>" "%folder%\pom.xml" >nul && set "root=%folder%"
goto next_folder
:root_found

set "modules="
if not "%root%"=="%project%" call set "modules=-pl "%%project:%root%\=%%" -am"

set "mvn=mvn"
if exist "%root%\mvnw.cmd" set "mvn=%root%\mvnw.cmd"
if exist "%project%\mvnw.cmd" set "mvn=%project%\mvnw.cmd"
if not "%mvn%"=="mvn" goto maven_found
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
:maven_found

(for /f "delims=" %%F in ('dir /s /b /a-d "%root%\pom.xml"') do @certutil -hashfile "%%F" SHA256) >"%state%\class-path.new"
if not exist "%state%\java.args" goto resolve
fc /b "%state%\class-path.new" "%state%\class-path.key" >nul 2>nul
if not errorlevel 1 goto compile

:resolve
if exist "%state%\class-path.key" del "%state%\class-path.key"
rem The phase makes sibling modules known that are not installed, test jars included
call "%mvn%" -B -q -f "%root%\pom.xml" %modules% -Dmaven.test.skip=true -DincludeScope=runtime -Dmdep.outputFile=target/migrate/class-path -Dmdep.fileSeparator=/ test-compile dependency:build-classpath <nul 1>&2
if errorlevel 1 goto not_compiled
rem Java reads its class path from a file, because a command line may have 8191 characters only
set "classes=%project:\=/%/target/classes"
<nul >"%state%\java.head" set /p "=-cp "%classes%;"
>"%state%\java.tail" echo "
copy /y /b "%state%\java.head"+"%state%\class-path"+"%state%\java.tail" "%state%\java.args" >nul
copy /y /b "%state%\class-path.new" "%state%\class-path.key" >nul
goto main_class

:compile
call "%mvn%" -B -q -f "%root%\pom.xml" %modules% compile <nul 1>&2
if errorlevel 1 goto not_compiled

:main_class
if defined main_class goto run
set "found="
for /f "delims=" %%F in ('findstr /s /m /l /c:"Lorg/springframework/boot/autoconfigure/SpringBootApplication;" "%project%\target\classes\*.class"') do call :add_class "%%F"
if not defined found goto no_main_class
if not "%found: =%"=="%found%" goto several_main_classes
set "main_class=%found%"

:run
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem Where spring-boot:run starts it too: files that its properties name are found from there
cd /d "%project%"
"%java%" %JAVA_OPTS% -Dspring.devtools.restart.enabled=false "@%state%\java.args" %main_class% migrate %*
exit /b %ERRORLEVEL%

rem Kotlin has the main method of App.kt in the class AppKt
:add_class
set "file=%~1"
if exist "%file:~0,-6%Kt.class" set "file=%file:~0,-6%Kt.class"
call set "class=%%file:%project%\target\classes\=%%"
set "class=%class:~0,-6%"
set "class=%class:\=.%"
if defined found set "class=%found% %class%"
set "found=%class%"
exit /b 0

:no_pom
>&2 echo migrate: there is no pom.xml in "%project%"; keep this script beside it
exit /b 1

:no_maven
>&2 echo migrate: Maven is not found; install it, or add its wrapper to the project
exit /b 1

:not_compiled
>&2 echo migrate: the project cannot be compiled; correct what Maven reports above
exit /b 1

:no_main_class
>&2 echo migrate: no class with @SpringBootApplication is in target\classes; set main_class in this script
exit /b 1

:several_main_classes
>&2 echo migrate: several classes have @SpringBootApplication: %found%; set main_class in this script
exit /b 1
