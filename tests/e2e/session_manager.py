#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the session manager of the desktop: writes each call of a program to standard output, a line of JSON
each, and takes from standard input what it is to tell the one that came last: "query" (the session is about to end) or
"end"."""

import json
import sys

from gi.repository import Gio, GLib

NAME = 'org.gnome.SessionManager'
CLIENT = '/org/gnome/SessionManager/Client'
XML = '''
<node>
  <interface name="org.gnome.SessionManager">
    <method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
    <method name="UnregisterClient"><arg type="o" direction="in"/></method>
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
    <method name="Uninhibit"><arg type="u" direction="in"/></method>
    <method name="IsInhibited"><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
  </interface>
  <interface name="org.gnome.SessionManager.ClientPrivate">
    <method name="EndSessionResponse"><arg type="b" direction="in"/><arg type="s" direction="in"/></method>
    <signal name="QueryEndSession"><arg type="u"/></signal>
    <signal name="EndSession"><arg type="u"/></signal>
  </interface>
</node>
'''
ANSWERS = {
    'Inhibit': GLib.Variant('(u)', (7,)),
    'IsInhibited': GLib.Variant('(b)', (False,)),
}


def say(what, *arguments):
    print(json.dumps([what, *arguments]), flush=True)


class Manager:
    def __init__(self, bus):
        self.bus = bus
        manager, self.client = Gio.DBusNodeInfo.new_for_xml(XML).interfaces
        self.clients = []  # their paths
        bus.register_object('/org/gnome/SessionManager', manager, self.called)

    def called(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        answer = ANSWERS.get(method)
        if method == 'RegisterClient':
            self.clients.append(CLIENT + str(len(self.clients)))
            self.bus.register_object(self.clients[-1], self.client, self.called)
            answer = GLib.Variant('(o)', (self.clients[-1],))
        say(method, *arguments.unpack())
        invocation.return_value(answer)

    def tell(self, signal):
        self.bus.emit_signal(None, self.clients[-1], NAME + '.ClientPrivate', signal, GLib.Variant('(u)', (0,)))


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    manager = Manager(bus)
    loop = GLib.MainLoop()

    def told(channel, _condition):
        word = channel.readline().strip()
        if not word:
            loop.quit()
            return False
        manager.tell({'query': 'QueryEndSession', 'end': 'EndSession'}[word])
        return True
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, told)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: say('ready'), None)
    loop.run()


main()
