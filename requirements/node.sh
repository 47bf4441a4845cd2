#!/bin/sh
# Installs what checks the page's script (types, lint, accessibility) into node_modules, as package-lock.json
# pins it. Called by the Makefile, from the repository's root. Without npm it does nothing: those tests then say
# why they are skipped. Nobody who uses armsgraph needs it.
set -eu
command -v npm >/dev/null 2>&1 || exit 0
stamp=$(cat package.json package-lock.json | cksum)
[ "$(cat node_modules/.stamp 2>/dev/null)" = "$stamp" ] && exit 0
printf 'armsgraph: installing the tools for the page'"'"'s script into node_modules (once)\n' >&2
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
printf '%s\n' "$stamp" >node_modules/.stamp
