#!/bin/sh
# Makes .venv with a Python that fits and installs what requirements/NAME.txt pins, then the
# project itself. Called by the Makefile, from the repository's root: sh requirements/install.sh NAME
# PYTHON=/some/python chooses the interpreter. Asks nothing, needs no other rights than the user's.
set -eu
name=$1
venv=.venv
unset PYTHONHOME PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_USER=0

say() { printf 'armsgraph: %s\n' "$*" >&2; }

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

# The first Python that fits and can make an environment (Debian has that in a package of its own).
find_python() {
    seen=""
    bare=""
    for candidate in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3 python; do
        if fits "$candidate"; then
            if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
                printf '%s' "$candidate"
                return
            fi
            bare=$candidate
        else
            version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
            seen="$seen${seen:+, }$candidate is $version"
        fi
    done
    if [ -n "$bare" ]; then
        say "$bare has no venv module: install it (Debian, Ubuntu: apt install python3-venv)"
    else
        say "needs Python 3.11, 3.12 or 3.13 (PYTHON=/path/to/python names one); found: ${seen:-none}"
    fi
    exit 1
}

# What is installed stands in a stamp, so that the next run takes no time.
stamp() { cat requirements/install.sh "requirements/$1.txt" pyproject.toml | cksum; }

# An environment of another place (moved or copied checkout) or of a Python that is gone is made anew.
if ! fits "$venv/bin/python" || [ "$(cat "$venv/.place" 2>/dev/null)" != "$(pwd)" ] ||
    { [ -n "${PYTHON:-}" ] && [ "$(cat "$venv/.python" 2>/dev/null)" != "$PYTHON" ]; }; then
    python=$(find_python)
    say "making $venv with $("$python" --version 2>&1)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    pwd >"$venv/.place"
    printf '%s\n' "${PYTHON:-}" >"$venv/.python"
fi

# The tests' packages hold the demo's, in the same versions.
for installed in "$name" test; do
    [ "$(cat "$venv/.$installed" 2>/dev/null)" = "$(stamp "$installed")" ] && exit 0
done

# -qq: errors only; pip warns of things that nobody here can mend
say "installing $(grep -c '^[a-zA-Z]' "requirements/$name.txt") pinned packages into $venv (once; a minute or two)"
"$venv/bin/python" -m pip install -qq --require-hashes --only-binary :all: -r "requirements/$name.txt" >&2
PYTHONWARNINGS=ignore "$venv/bin/python" -m pip install -qq --no-deps --no-build-isolation --editable . >&2
stamp "$name" >"$venv/.$name"
