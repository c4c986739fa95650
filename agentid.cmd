@echo off
if not exist "%~dp0dist\cli\agentid.js" (
  echo agentid: %~dp0dist\cli\agentid.js is not built yet. Run "npm ci" in %~dp0 first. 1>&2
  exit /b 2
)
node "%~dp0dist\cli\agentid.js" %*
