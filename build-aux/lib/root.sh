# SPDX-License-Identifier: GPL-3.0-or-later
# The root: a folder with a whole small Debian in it, made once by mmdebstrap and kept in the cache. Its name carries a
# hash of what it is made of, so that a change of the package list makes a new one.
#
# It is Debian 13, or, where the caller sets GLOSSATOR_NEWEST, what Debian has newest: the coming release, with the
# packages that building and testing take and no more.

CACHE=${XDG_CACHE_HOME:-}
[[ $CACHE == /* ]] || CACHE=$HOME/.cache
CACHE+=/glossator

ROOT_RECIPE=1  # to be raised whenever make_root changes what comes out
ROOT_SPACE=5   # GiB free that making a root takes; the root itself is about 2 GiB

if [[ -n ${GLOSSATOR_NEWEST:-} ]]; then
  SUITE=forky
  DEBIAN='Debian testing'
  mapfile -t ROOT_PACKAGES < <(package_names debian build test root)
else
  SUITE=trixie
  DEBIAN='Debian 13'
  mapfile -t ROOT_PACKAGES < <(package_names debian build test root proof)
fi
ROOT=$CACHE/root-$(printf '%s\n' "$SUITE" "$ROOT_RECIPE" "${ROOT_PACKAGES[@]}" | sha256sum | cut -c 1-12)

root_is_complete ()
{
  [[ -e $ROOT/.complete ]]
}

# The tools of the host by which a root is made and entered. gpg and the keyring prove that the packages are Debian's.
ensure_root_tools ()
{
  local tool
  local -a missing=() names

  for tool in mmdebstrap bwrap gpg; do
    have "$tool" || missing+=("$tool")
  done
  if (( EUID != 0 )) && ! have newuidmap; then
    missing+=(newuidmap)
  fi
  if [[ ! -e /usr/share/keyrings/debian-archive-keyring.gpg ]]; then
    missing+=("Debian's keyring")
  fi
  (( ${#missing[@]} == 0 )) && return

  if have dnf && ! have apt-get; then
    names=(mmdebstrap bubblewrap gnupg2 shadow-utils debian-keyring)
  else
    names=(mmdebstrap bubblewrap gpg uidmap debian-archive-keyring)
  fi
  install_packages "${names[@]}" ||
    fail "this distribution has no GTK $GTK_MINIMUM with libadwaita $ADWAITA_MINIMUM, so a small $DEBIAN is used." \
         "To make that, this must be there first: $(join_words "${missing[@]}"). Please do this and start again:" \
         "$(install_command "${names[@]}")"
}

# Finds out in a moment what would otherwise go wrong after minutes.
check_root_can_be_entered ()
{
  local complaint

  if ! complaint=$(bwrap --dev-bind / / --unshare-pid --proc /proc --unshare-net true 2>&1); then
    fail "a root of $DEBIAN can't be entered on this machine: $complaint" \
         'It takes user namespaces (or to be root outside a container that forbids mounts).' \
         'Allow them (often: sudo sysctl kernel.unprivileged_userns_clone=1, or' \
         'kernel.apparmor_restrict_unprivileged_userns=0), or use a distribution that has' \
         "GTK $GTK_MINIMUM and libadwaita $ADWAITA_MINIMUM: Debian 13, Ubuntu 25.04, Fedora 42, or later."
  fi
  if (( EUID != 0 )) && ! grep -q "^\($(id -un)\|$EUID\):" /etc/subuid 2>/dev/null; then
    fail "the user $(id -un) has no subordinate user ids, without which a root of $DEBIAN can't be made." \
         "Please do this and start again:  sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  fi
}

check_root_space ()
{
  local free

  free=$(df --output=avail -BG -- "$CACHE" | tail -n 1 | tr -dc 0-9)
  if (( free < ROOT_SPACE )); then
    fail "$CACHE has only $free GiB free, and making the root of $DEBIAN takes $ROOT_SPACE." \
         'Make room there, or let XDG_CACHE_HOME name a folder on another disk.'
  fi
}

# Removes what an interrupted start has left, and the folders that are given. Some of it may belong to the subordinate
# ids of the user. Nothing is touched that still has something mounted in it.
remove_remains ()
{
  local remains

  for remains in "$CACHE"/making-* "$@"; do
    [[ -e $remains ]] || continue
    if grep -qF -- "${remains//' '/'\040'}/" /proc/self/mountinfo; then
      continue
    fi
    rm -rf --one-file-system -- "$remains" 2>/dev/null ||
      mmdebstrap --unshare-helper rm -rf --one-file-system -- "$remains" ||
      say "$remains is left from an interrupted start and can't be removed"
  done
}

# Unpacks a Debian into the folder $1, with $2 for what is needed meanwhile.
#  - The suite's Release file may be "out of date" for a clock that is ahead of the mirror: that is no danger here.
#  - Manuals and most translations are left out by dpkg's own configuration (given to mmdebstrap as options, they would
#    be filtered by a slow script).
#  - Files that the host's are mounted over must exist.
#  - mmdebstrap writes an archive and tar unpacks it, so that all files belong to the user who makes the root.
make_root ()
{
  local folder=$1 work=$2 mode=unshare include
  local -a settings=(
    'path-exclude=/usr/share/doc/*'
    'path-exclude=/usr/share/man/*'
    'path-exclude=/usr/share/locale/*/LC_MESSAGES/*'
    'path-include=/usr/share/locale/zh_CN/LC_MESSAGES/*'
  )

  (( EUID == 0 )) && mode=root
  include=$(IFS=,; printf '%s' "${ROOT_PACKAGES[*]}")

  # shellcheck disable=SC2016  # "$1" is for the hooks
  TMPDIR=$work mmdebstrap --mode="$mode" --variant=minbase --include="$include" --format=tar \
    --aptopt='Acquire::Languages "none"' \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --aptopt='Acquire::Retries "3"' \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt=force-unsafe-io \
    --extract-hook="printf '%s\n' ${settings[*]@Q} >\"\$1\"/etc/dpkg/dpkg.cfg.d/99lean" \
    --customize-hook='for name in en_US zh_CN; do chroot "$1" localedef -i $name -f UTF-8 $name.UTF-8; done' \
    --customize-hook='for name in machine-id resolv.conf; do rm -f "$1/etc/$name"; : >"$1/etc/$name"; done' \
    --customize-hook='cp --remove-destination "$1/usr/share/zoneinfo/Etc/UTC" "$1/etc/localtime"' \
    --customize-hook='mkdir -p "$1/usr/local/share/fonts" "$1/usr/local/share/icons"' \
    "$SUITE" - </dev/null |
    tar -C "$folder" -x --no-same-owner --exclude='./dev/*'
}

# Makes the root where there is none yet. Two starts at once make it once; an interrupted one leaves nothing that a
# later one takes for whole.
ensure_root ()
{
  local making lock

  root_is_complete && return

  ensure_root_tools
  check_root_can_be_entered
  mkdir -p "$CACHE" || fail "the folder $CACHE can't be made." 'Let XDG_CACHE_HOME name a folder that can be written.'
  exec {lock}>"$CACHE/lock" || fail "nothing can be written in $CACHE." 'Let XDG_CACHE_HOME name a folder that can be written.'
  if ! flock -n "$lock"; then
    say "Another start is making the root of $DEBIAN; waiting for it"
    flock "$lock"
  fi

  if ! root_is_complete; then
    remove_remains "$ROOT"  # somebody may have begun to remove it
    check_root_space
    say "Making a root of $DEBIAN in $ROOT (only once: 2 to 5 minutes, a download of 500 MB, 2 GiB on disk)"
    making=$CACHE/making-$$
    mkdir "$making" "$making/root" "$making/work"
    # Together, so that it counts where somebody kills this script alone and the rest goes on.
    if ! (set -o pipefail
          make_root "$making/root" "$making/work" && : >"$making/root/.complete" && mv "$making/root" "$ROOT") >&2; then
      remove_remains
      fail "the root of $DEBIAN could not be made." \
           'The lines above say why: mostly, the network does not reach the Debian mirror, or the disk is full.' \
           'Nothing half-made was left; start again when that is mended.'
    fi
    remove_remains
    say "The root of $DEBIAN is ready"
  fi
  exec {lock}>&-
}
