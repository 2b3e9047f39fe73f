# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop's programs are told: the bus, the panel and the notification daemon."""
import os

BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={runtime}</listen>
  <servicedir>{own}</servicedir>
  <servicedir>{prefix}/share/dbus-1/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''

PANEL = '''<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/><value type="int" value="2"/>
        <value type="int" value="3"/><value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray"/>
    <property name="plugin-4" type="string" value="clock"/>
  </property>
</channel>
'''

DUNST = '''[global]
    width = 380
    origin = top-right
    offset = 12x40
    font = Cantarell 11
    frame_width = 1
    corner_radius = 6
[record]
    script = {script}
'''

RECORD = '''#!/bin/sh
printf '%s\\037%s\\036' "$DUNST_SUMMARY" "$DUNST_BODY" >>'{record}'
'''

# Neither is ours to start, but the panel asks the bus for its settings.
FOREIGN_SERVICES = ['/usr/share/dbus-1/services/org.xfce.Xfconf.service']


def bus_configuration(folder, prefix, runtime, own=None):
    """Write what the bus is to know: the installed program, and little else."""
    own = own or os.path.join(folder, 'services')
    os.makedirs(own, exist_ok=True)
    for service in FOREIGN_SERVICES:
        goal = os.path.join(own, os.path.basename(service))
        if os.path.exists(service) and not os.path.lexists(goal):
            os.symlink(service, goal)
    return _write(folder, 'session.conf', BUS.format(runtime=runtime, own=own, prefix=prefix))


def panel_configuration(folder):
    return _write(folder, 'xfce4-panel.xml', PANEL)


def dunst_configuration(folder, record):
    """Have each notification that is shown written down in the file `record`."""
    script = _write(folder, 'record', RECORD.format(record=record))
    os.chmod(script, 0o755)
    return _write(folder, 'dunstrc', DUNST.format(script=script))


def _write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path
