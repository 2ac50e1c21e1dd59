#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-runtime.py ROOT DEST NAME BRANCH PACKAGE...

Makes a Flatpak runtime out of an installed Debian root, for machines that have no GNOME runtime:
DEST/usr holds the named packages with all that they depend on, hard-linked from ROOT, and
DEST/metadata says that it is NAME//BRANCH. It stands in for the real runtime in tests; what a user
installs is built against the real one.
"""

import os
import re
import shutil
import subprocess
import sys

# What every runtime needs beside the packages asked for, and what of their dependencies it does not.
BASE = ['bash', 'dash', 'coreutils', 'libc-bin', 'sed', 'grep', 'findutils', 'gzip', 'tar', 'debianutils']
LEFT_OUT = {'dpkg', 'systemd', 'perl-base'}

SKIPPED_PATHS = re.compile(r'^/usr/share/(doc|man|info|lintian|bug|bash-completion|gtk-doc)/')

# Made when packages are installed, so in no package's list of files.
GENERATED = [
    '/usr/lib/locale',
    '/usr/share/glib-2.0/schemas/gschemas.compiled',
    '/usr/share/mime',
    '/usr/share/icons/Adwaita/icon-theme.cache',
    '/usr/share/icons/hicolor/icon-theme.cache',
    '/usr/lib/{multiarch}/gdk-pixbuf-2.0',
    '/usr/lib/{multiarch}/gio',
    '/usr/bin/awk', '/usr/bin/cc', '/usr/bin/c++', '/usr/bin/pager', '/usr/bin/which',
]

# Of /etc, what belongs to a machine and not to a runtime, or can't be read by everybody.
SKIPPED_ETC = {
    '.pwd.lock', 'apt', 'credstore', 'credstore.encrypted', 'cron.d', 'cron.daily', 'dpkg', 'fstab',
    'group-', 'gshadow', 'gshadow-', 'hostname', 'hosts', 'init.d', 'machine-id', 'mtab', 'pam.d',
    'passwd-', 'resolv.conf', 'security', 'shadow', 'shadow-', 'ssl', 'subgid', 'subgid-', 'subuid',
    'subuid-', 'systemd',
}

# A real runtime reads the fonts of the host; this one must, too, or Chinese text has no glyphs.
FONTS_CONF = '''<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <dir>/run/host/fonts</dir>
  <dir>/run/host/local-fonts</dir>
  <dir>/run/host/user-fonts</dir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
  <cachedir>/run/host/fonts-cache</cachedir>
</fontconfig>
'''


def read_packages(root):
    """The installed packages: their dependencies, who provides what, and their architecture."""
    out = subprocess.check_output([
        'dpkg-query', '--admindir', root + '/var/lib/dpkg', '-W', '-f',
        '${Package}\t${Provides}\t${Pre-Depends}, ${Depends}\t${Architecture}\t${db:Status-Abbrev}\n',
    ], text=True)

    def bare(name):
        return re.sub(r'[\s(:].*', '', name.strip())

    depends, provided_by, architecture = {}, {}, {}
    for line in out.splitlines():
        name, provides, needs, arch, status = line.split('\t')
        if not status.startswith('ii'):
            continue
        depends[name] = [[bare(choice) for choice in group.split('|')]
                         for group in needs.split(',') if group.strip()]
        architecture[name] = arch
        for virtual in provides.split(','):
            if virtual.strip():
                provided_by.setdefault(bare(virtual), []).append(name)
    return depends, provided_by, architecture


def close_over(wanted, depends, provided_by):
    todo, seen = list(wanted), set()
    while todo:
        name = todo.pop()
        if name not in depends:
            name = next(iter(provided_by.get(name, [])), None)
        if name is None or name in seen or (name in LEFT_OUT and name not in wanted):
            continue
        seen.add(name)
        for group in depends[name]:
            choice = next((c for c in group if c in depends or c in provided_by), None)
            if choice:
                todo.append(choice)
    return seen


def list_files(root, packages, architecture):
    files = set()
    for name in packages:
        for stem in (f'{name}:{architecture[name]}', name):
            path = f'{root}/var/lib/dpkg/info/{stem}.list'
            if os.path.exists(path):
                with open(path, encoding='utf-8') as lines:
                    files.update(lines.read().split('\n'))
                break
        else:
            sys.exit(f'{sys.argv[0]}: no list of the files of {name}')
    return files


def put(source, dest):
    if os.path.lexists(dest):
        return
    os.makedirs(os.path.dirname(dest), exist_ok=True)
    if os.path.islink(source):
        os.symlink(os.readlink(source), dest)
    elif os.path.isdir(source):
        os.makedirs(dest, exist_ok=True)
    elif os.path.isfile(source):
        try:
            os.link(source, dest)
        except OSError:  # another file system
            shutil.copy2(source, dest)


def put_tree(source, dest):
    if not os.path.isdir(source):
        if os.path.lexists(source):
            put(source, dest)
        return
    for folder, _, names in os.walk(source):
        for name in names:
            path = os.path.join(folder, name)
            put(path, dest + path[len(source):])


def put_etc(root, dest):
    for name in os.listdir(root + '/etc'):
        if name in SKIPPED_ETC or re.match(r'rc.\.d', name):
            continue
        source, target = f'{root}/etc/{name}', f'{dest}/usr/etc/{name}'
        os.makedirs(dest + '/usr/etc', exist_ok=True)
        if os.path.isdir(source) and not os.path.islink(source):
            shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True, ignore_dangling_symlinks=True)
        else:
            shutil.copy2(source, target, follow_symlinks=False)


def main(root, dest, name, branch, *wanted):
    depends, provided_by, architecture = read_packages(root)
    missing = [p for p in wanted if p not in depends and p not in provided_by]
    if missing:
        sys.exit(f'{sys.argv[0]}: not installed in {root}: {" ".join(missing)}')
    packages = close_over(list(wanted) + BASE, depends, provided_by)

    shutil.rmtree(dest, ignore_errors=True)
    for path in sorted(list_files(root, packages, architecture)):
        path = re.sub(r'^/(?=(bin|sbin|lib|lib64)(/|$))', '/usr/', path)
        if path.startswith('/usr/') and not SKIPPED_PATHS.match(path) and os.path.lexists(root + path):
            put(root + path, dest + path)
    multiarch = os.uname().machine + '-linux-gnu'
    for path in GENERATED:
        path = path.format(multiarch=multiarch)
        put_tree(root + path, dest + path)
    put_etc(root, dest)

    os.makedirs(dest + '/usr/etc/fonts/conf.d', exist_ok=True)
    with open(dest + '/usr/etc/fonts/conf.d/00-flatpak.conf', 'w', encoding='utf-8') as file:
        file.write(FONTS_CONF)
    os.makedirs(dest + '/files', exist_ok=True)
    arch = os.uname().machine
    with open(dest + '/metadata', 'w', encoding='utf-8') as file:
        file.write(f'[Runtime]\nname={name}\nruntime=org.gnome.Platform/{arch}/{branch}\n'
                   f'sdk=org.gnome.Sdk/{arch}/{branch}\n')
    print(f'{name}//{branch}: {len(packages)} packages')


if __name__ == '__main__':
    main(*sys.argv[1:])
