#!/bin/sh
# The demo: the example articles into a store of its own, and what can be read from it.
# Called by `make demo`, from the repository's root. `sh requirements/demo.sh clean` removes the store.
set -eu
store=demo.store
page=demo.html
run=.venv/bin/armsgraph

# Begins afresh, but removes nothing that is not a store: only the names that a store has may be in it.
if [ -e "$store" ] || [ -L "$store" ]; then
    if [ -L "$store" ] || [ ! -d "$store" ] || [ -n "$(ls -A "$store" | grep -vxE 'graph|graph\.new|log|lock')" ]; then
        printf 'armsgraph: %s is no armsgraph store; move it away and try again\n' "$store" >&2
        exit 1
    fi
    rm -rf "$store"
fi
[ "${1:-}" = clean ] && exit 0

step() { printf '\n$ armsgraph %s\n' "$*"; }

step load seeds/articles
"$run" load --store "$store" seeds/articles
step supplies
"$run" supplies --store "$store"
step show '"North Korea"'
"$run" show --store "$store" "North Korea"
step export html "$page"
"$run" export --store "$store" html "$page"
printf '\nThe picture, to open in a browser: %s/%s\n' "$(pwd)" "$page"
printf 'The store, for questions of your own: %s show --store %s Iran\n' "$run" "$store"
