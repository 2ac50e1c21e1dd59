# SPDX-License-Identifier: GPL-3.0-or-later
# Running a command in the chosen place.
#
# Inside the root, all folders of the host are where they always are, but for /usr and /etc, which are the root's. So
# every path that a person names means the same inside and outside. What more differs is the company that a command keeps:
#
#   work     alone: no display, no session bus, no network, a private /tmp and /run. For building and testing.
#   files    with the user's files and terminal, nothing else. For glossator-cli.
#   display  with the user's display and session. For the window.
#   nest     alone as in "work", and able to make namespaces of its own. For building and running Flatpaks.

# Runs a command: enter COMPANY COMMAND [ARGUMENT...]
enter ()
{
  local company=$1
  shift

  if [[ $PLACE == native ]]; then
    "$@"
    return
  fi

  local -a options=()
  add_root_options
  "add_${company}_options"
  bwrap "${options[@]}" -- "$@"
}

# The functions below add to the array "options" of enter.

add_root_options ()
{
  local name

  options+=(--dev-bind / / --ro-bind "$ROOT/usr" /usr --ro-bind "$ROOT/etc" /etc)

  # Where /bin and its like are no links into /usr yet.
  for name in bin sbin lib lib64; do
    if [[ -d /$name && ! -L /$name && -d $ROOT/usr/$name ]]; then
      options+=(--ro-bind "$ROOT/usr/$name" "/$name")
    fi
  done

  # Who the user is, and which machine this is.
  for name in passwd group hosts resolv.conf machine-id localtime; do
    if [[ -f /etc/$name ]]; then
      options+=(--ro-bind "/etc/$name" "/etc/$name")
    fi
  done

  # Projects that lie in the two folders of /usr that belong to the administrator.
  for name in /usr/src /usr/local/src; do
    if [[ $PROJECT/ == "$name"/* || $PWD/ == "$name"/* ]]; then
      options+=(--bind "$name" "$name")
    fi
  done

  if [[ ($PWD/ == /usr/* || $PWD/ == /etc/*) && $PWD/ != /usr/src/* && $PWD/ != /usr/local/src/* ]]; then
    fail "the root of $DEBIAN hides the folder $PWD." 'Please start this in another folder, such as your home.'
  fi

  options+=(--setenv PATH /usr/bin:/usr/sbin --setenv XDG_DATA_DIRS /usr/local/share:/usr/share)
  for name in LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH PKG_CONFIG_PATH PKG_CONFIG_LIBDIR \
              PYTHONPATH PYTHONHOME PERL5LIB GI_TYPELIB_PATH GIO_MODULE_DIR \
              GIO_EXTRA_MODULES GTK_PATH GTK_MODULES GTK_EXE_PREFIX GDK_PIXBUF_MODULE_FILE XDG_CONFIG_DIRS; do
    options+=(--unsetenv "$name")
  done
  add_locale_options
}

# The root has three locales. A program that is given another one warns and falls back to ASCII.
add_locale_options ()
{
  local wanted=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}

  case $wanted in
    C | POSIX | C.[Uu][Tt][Ff]* | en_US.[Uu][Tt][Ff]* | zh_CN.[Uu][Tt][Ff]*) ;;
    zh*) options+=(--setenv LC_ALL zh_CN.UTF-8) ;;
    *) options+=(--setenv LC_ALL en_US.UTF-8) ;;
  esac
}

# Folders under the private /tmp and /run that must be seen all the same.
add_own_folders ()
{
  local folder

  for folder in "$PROJECT" "$(git_folder)" "$HOME" "$CACHE" "$PWD"; do
    if [[ ($folder == /tmp/* || $folder == /run/*) && -d $folder ]]; then
      options+=(--bind "$folder" "$folder")
    fi
  done
}

# The repository that a git work tree belongs to, or nothing. Git itself may be missing.
git_folder ()
{
  local folder

  if [[ -f $PROJECT/.git ]]; then
    folder=$(sed -n 's/^gitdir: //p' "$PROJECT/.git")
    printf '%s' "${folder%/worktrees/*}"
  fi
}

add_alone_options ()
{
  local runtime=$1 name

  options+=(--tmpfs /tmp --chmod 1777 /tmp --tmpfs /run --dir "$runtime" --chmod 0700 "$runtime")
  add_own_folders
  options+=(--setenv XDG_RUNTIME_DIR "$runtime" --die-with-parent --unshare-net)
  for name in DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS; do
    options+=(--unsetenv "$name")
  done
  if [[ ${TMPDIR:-} == /tmp/* || ${TMPDIR:-} == /run/* ]]; then
    options+=(--unsetenv TMPDIR)
  fi
}

add_work_options ()
{
  add_alone_options "/run/user/$EUID"
  options+=(--unshare-pid --proc /proc)
  # Without its powers root is bound by permissions as everybody is, so that tests of unwritable folders mean something.
  # That takes files of its own, though.
  if (( EUID == 0 )) && [[ -O $PROJECT && -O $HOME ]]; then
    options+=(--cap-drop ALL)
    # All but one, which passes over no permission: Linux asks it of root for mounting a file system in a namespace of
    # one's own, as other users may. bwrap gives all powers where it can't give the one that it is asked for.
    if (( 0x$(sed -n 's/^CapEff:[[:space:]]*//p' /proc/self/status) >> 31 & 1 )); then
      options+=(--cap-add CAP_SETFCAP)
    fi
  fi
  options+=(--chdir "$PWD")
}

add_nest_options ()
{
  if (( EUID != 0 )); then
    options+=(--unshare-user --uid 0 --gid 0)  # bwrap keeps capabilities for root only
  fi
  add_alone_options /run/user/0
  options+=(--cap-add ALL --chdir "$PWD")
}

add_files_options ()
{
  options+=(--die-with-parent --chdir "$PWD")
}

add_display_options ()
{
  local kind

  # Fonts and pointers of the host, beside the root's own.
  for kind in fonts icons; do
    if [[ -d /usr/share/$kind ]]; then
      options+=(--ro-bind "/usr/share/$kind" "/usr/local/share/$kind")
    fi
  done
  # Settings go to a file where the host has no service that would keep them.
  if [[ ! -e /usr/share/dbus-1/services/ca.desrt.dconf.service ]]; then
    options+=(--setenv GSETTINGS_BACKEND keyfile)
  fi
  options+=(--die-with-parent --chdir "$PWD")
}
