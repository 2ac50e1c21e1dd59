# SPDX-License-Identifier: GPL-3.0-or-later
# Reads build-aux/packages and puts packages of the distribution on the machine.

# Prints the names for a family (debian or fedora) and some uses, one a line.
package_names ()
{
  local family=$1 use debian fedora name
  shift

  while read -r use debian fedora _; do
    [[ " $* " == *" $use "* ]] || continue
    name=$debian
    [[ $family == fedora ]] && name=$fedora
    [[ $name != - ]] && printf '%s\n' "$name"
  done < <(grep -E '^[a-z]' "$AUX/packages") | sort -u
}

# The words with which a person installs packages here, for messages.
install_command ()
{
  if have apt-get; then
    printf 'sudo apt-get install %s' "$*"
  elif have dnf; then
    printf 'sudo dnf install %s' "$*"
  else
    printf 'install these packages (named here as in Debian): %s' "$*"
  fi
}

# Runs a command by which packages are fetched or installed: one at a time, for apt refuses to start beside another.
# What the command leaves running does not keep the others waiting.
one_at_a_time ()
{
  flock --close "$AUX" "$@"
}

# Reads what packages there are.
update_package_lists ()
{
  one_at_a_time "$@" apt-get -o Acquire::Retries=3 update </dev/null
}

# Installs packages as root, or through sudo where somebody sits at the terminal to answer it. Returns non-zero, having
# said nothing, where neither is possible; ends the script where the installation fails.
install_packages ()
{
  local -a as_root=() installer

  if (( EUID != 0 )); then
    have sudo && [[ -t 0 && -t 2 ]] || return 1
    as_root=(sudo)
  fi

  if have apt-get; then
    installer=(env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600
      install -y --no-install-recommends)
  elif have dnf; then
    installer=(dnf install -y --setopt=install_weak_deps=False)
  else
    return 1
  fi

  say "Installing $*"
  if have apt-get; then
    update_package_lists "${as_root[@]}" >&2 || true
  fi
  one_at_a_time "${as_root[@]}" "${installer[@]}" "$@" >&2 </dev/null ||
    fail "the packages could not be installed." \
         "The lines above say why. When that is mended (the network, mostly), start again, or do it by hand:" \
         "$(install_command "$@")"
}
