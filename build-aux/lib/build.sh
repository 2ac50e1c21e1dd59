# SPDX-License-Identifier: GPL-3.0-or-later
# Configuring and building with Meson, in the chosen place. Nothing is said where nothing is to be done.

# Sets BUILD to the build folder of the given name: _build for "" (the one that developers use as well), else _build-NAME.
name_build ()
{
  BUILD=$PROJECT/_build${1:+-$1}
}

# build NAME "TARGETS" [MESON OPTION...]: builds the targets (all, if "") in the folder of that name. Returns non-zero,
# having said why, if that fails. One build at a time: the folder itself is the lock.
build ()
{
  local name=$1 targets=$2 lock status=0
  shift 2

  name_build "$name"
  mkdir -p -- "$BUILD" || fail "the folder $BUILD can't be made." 'Is the project in a folder that you may write to?'
  exec {lock}<"$BUILD"
  if ! flock -n "$lock"; then
    say "Another build is at work in ${BUILD##*/}; waiting for it"
    flock "$lock"
  fi
  configure "$@" && compile "$targets" || status=$?
  exec {lock}<&-
  return "$status"
}

# A build folder is bound to where it was configured and how. Another root (or a distribution in its stead) has other
# headers, so the folder is begun anew then.
configure ()
{
  local stamp=$BUILD/.configured here=$PLACE log
  local -a again=()

  [[ $PLACE == root ]] && here=${ROOT##*/}
  here+=" $*"
  if [[ -e $BUILD/build.ninja ]]; then
    if [[ ! -e $stamp ]]; then
      printf '%s\n' "$here" >"$stamp"  # set up by hand
    fi
    [[ $(<"$stamp") == "$here" ]] && return
    again=(--wipe)
  fi

  say "Configuring ${BUILD##*/}"
  if ! log=$(enter work meson setup "${again[@]}" "$@" "$BUILD" "$PROJECT" 2>&1 </dev/null); then
    printf '%s\n' "$log" >&2
    say "Configuring ${BUILD##*/} failed; the lines above say why"
    return 1
  fi
  printf '%s\n' "$here" >"$stamp"
}

compile ()
{
  local -a targets
  local log

  read -r -a targets <<<"$1"
  if enter work ninja -C "$BUILD" -n "${targets[@]}" 2>/dev/null </dev/null | grep -q 'no work to do'; then
    return
  fi

  say "Building ${BUILD##*/}"
  if [[ -t 2 ]]; then  # somebody watches
    enter work ninja -C "$BUILD" "${targets[@]}" >&2 </dev/null && return
  else
    log=$(enter work ninja -C "$BUILD" "${targets[@]}" 2>&1 </dev/null) && return
    printf '%s\n' "$log" >&2
  fi
  say "Building ${BUILD##*/} failed; the lines above say why"
  return 1
}
