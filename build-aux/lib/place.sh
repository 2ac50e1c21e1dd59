# SPDX-License-Identifier: GPL-3.0-or-later
# Where commands run: natively, if the distribution has what Glossator needs, else inside a root.
#
# choose_place USE sets PLACE to "native" or "root" and sees to it that the place is ready. USE is "build" or "test".
# The variable GLOSSATOR_PLACE (native or root) of the caller decides instead.

GTK_MINIMUM=4.18
ADWAITA_MINIMUM=1.7
if [[ -n ${GLOSSATOR_NEWEST:-} ]]; then
  GTK_MINIMUM=4.24
  ADWAITA_MINIMUM=1.10
fi

# Says on standard output what is missing to build natively, a few words each; nothing where all is there.
missing_to_build ()
{
  local tool module

  for tool in cc meson ninja msgfmt xmllint desktop-file-validate appstreamcli; do
    have "$tool" || printf '%s\n' "$tool"
  done
  if ! have pkg-config; then
    printf 'pkg-config\n'
    return
  fi
  for module in "gtk4 >= $GTK_MINIMUM" "libadwaita-1 >= $ADWAITA_MINIMUM" 'json-glib-1.0 >= 1.10' \
                'libxml-2.0 >= 2.9' 'icu-uc >= 72'; do
    pkg-config --exists "$module" 2>/dev/null || printf '%s\n' "$module"
  done
}

# The same for build-aux/test.
missing_to_test ()
{
  local tool

  for tool in python3 Xvfb xvfb-run dbus-run-session xdotool openbox import; do
    have "$tool" || printf '%s\n' "$tool"
  done
  python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || printf 'Atspi for Python\n'
}

missing_for ()
{
  missing_to_build
  if [[ $1 == test ]]; then
    missing_to_test
  fi
}

# The version of a package that the distribution offers, or nothing.
offered_version ()
{
  if have apt-get; then
    apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -vx '(none)'
  else
    dnf -q repoquery --latest-limit=1 --qf '%{version}\n' "$1" 2>/dev/null | tail -n 1
  fi
}

# Whether version $1 is $2 or later.
at_least ()
{
  [[ -n $1 && $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$2" ]]
}

# Whether the distribution's own packages are new enough to build with.
distribution_suffices ()
{
  local gtk adwaita

  if have apt-get; then
    if [[ -z $(offered_version libgtk-4-dev) ]] && (( EUID == 0 )); then
      update_package_lists >/dev/null 2>&1  # a fresh machine may have no package lists at all
    fi
    gtk=$(offered_version libgtk-4-dev)
    adwaita=$(offered_version libadwaita-1-dev)
  elif have dnf; then
    gtk=$(offered_version gtk4-devel)
    adwaita=$(offered_version libadwaita-devel)
  fi
  at_least "${gtk:-}" "$GTK_MINIMUM" && at_least "${adwaita:-}" "$ADWAITA_MINIMUM"
}

# Puts the distribution's packages on the machine, or ends the script with the list of them.
prepare_native ()
{
  local use=$1 family=debian
  local -a uses=(build) names missing

  have dnf && ! have apt-get && family=fedora
  [[ $use == test ]] && uses+=(test)
  mapfile -t names < <(package_names "$family" "${uses[@]}")

  if ! install_packages "${names[@]}"; then
    fail 'packages are missing that this distribution has. Please install them and start again:' \
         "$(install_command "${names[@]}")"
  fi

  mapfile -t missing < <(missing_for "$use")
  if (( ${#missing[@]} > 0 )); then
    fail "the packages are installed, but these things are still missing: $(join_words "${missing[@]}")." \
         "To work inside a root of $DEBIAN instead, start again with GLOSSATOR_PLACE=root in the environment."
  fi
}

# "a, b, c"
join_words ()
{
  local joined
  printf -v joined '%s, ' "$@"
  printf '%s' "${joined%, }"
}

choose_place ()
{
  local use=$1

  case ${GLOSSATOR_PLACE:-} in
    native)
      PLACE=native
      [[ -z $(missing_for "$use") ]] || prepare_native "$use"
      return
      ;;
    root)
      PLACE=root
      ensure_root
      return
      ;;
    '') ;;
    *) fail "GLOSSATOR_PLACE is \"$GLOSSATOR_PLACE\", but only \"native\" and \"root\" are known." ;;
  esac

  if [[ -z $(missing_for "$use") ]]; then
    PLACE=native
  elif root_is_complete; then
    PLACE=root
  elif distribution_suffices; then
    PLACE=native
    prepare_native "$use"
  else
    PLACE=root
    ensure_root
  fi
}
