/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_desktop_includes:
 * @current: (nullable): the value of XDG_CURRENT_DESKTOP, such as "ubuntu:GNOME"
 * @name: a name as for bc_desktop_is_one_of()
 *
 * A pure function.
 *
 * Returns: whether @current is, or is derived from, the desktop called @name
 */
gboolean bc_desktop_includes (const char *current,
                              const char *name);

/**
 * bc_desktop_is_one_of:
 * @names: (array zero-terminated=1): names registered for XDG_CURRENT_DESKTOP (Desktop
 *   Entry Specification, "OnlyShowIn"), such as "GNOME", "KDE", "X-Cinnamon"
 *
 * Returns: whether this session is of one of these desktops, or derived from one
 */
gboolean bc_desktop_is_one_of (const char * const *names);

G_END_DECLS
