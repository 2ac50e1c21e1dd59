# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder say. All of it goes to standard error: standard output belongs to the program they run.

# Announces a step that takes time.
say ()
{
  printf '== %s\n' "$*" >&2
}

# Ends the script: the first line says what failed, the others what to do about it.
fail ()
{
  printf 'glossator: %s\n' "$1" >&2
  shift
  if (( $# > 0 )); then
    printf '  %s\n' "$@" >&2
  fi
  exit 2
}

have ()
{
  command -v "$1" >/dev/null 2>&1
}
