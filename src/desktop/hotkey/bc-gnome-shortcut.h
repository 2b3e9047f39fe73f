/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_GNOME_SHORTCUT (bc_gnome_shortcut_get_type ())
G_DECLARE_FINAL_TYPE (BcGnomeShortcut, bc_gnome_shortcut, BC, GNOME_SHORTCUT, GObject)

/**
 * BcGnomeShortcut:
 *
 * Our entry among the custom shortcuts of GNOME's keyboard settings: a key, and the command
 * it runs. It is made and removed when the user asks for it, and at no other time. Main
 * thread only.
 *
 * Properties, notified also when another program changes the settings: `set`
 * (boolean), whether there is such an entry; `binding` (string), its key, empty
 * for none.
 */

/**
 * bc_gnome_shortcut_new:
 * @desktop: (nullable): the value of `XDG_CURRENT_DESKTOP`
 * @command: (nullable): the command line to run; %NULL where the desktop's settings
 *   are out of reach
 *
 * Returns: (transfer full): the entry, which may not be there
 */
BcGnomeShortcut *bc_gnome_shortcut_new (const char *desktop,
                                        const char *command);

/**
 * bc_gnome_shortcut_is_available:
 * @error: return location for %BC_SERVICE_ERROR_UNAVAILABLE with a translated sentence
 *
 * Returns: whether an entry can be made here
 */
gboolean bc_gnome_shortcut_is_available (BcGnomeShortcut  *self,
                                         GError          **error);

gboolean    bc_gnome_shortcut_is_set      (BcGnomeShortcut *self);
const char *bc_gnome_shortcut_get_binding (BcGnomeShortcut *self);

/**
 * bc_gnome_shortcut_set:
 * @accelerator: the key, as for bc_accelerator_parse()
 * @error: return location for a #BcServiceError with a translated sentence: taken,
 *   where another custom shortcut has the key or runs the command already; invalid,
 *   denied, or unavailable
 *
 * Makes the entry, or gives it another key. Those of others are left as they are.
 */
gboolean bc_gnome_shortcut_set (BcGnomeShortcut  *self,
                                const char       *accelerator,
                                GError          **error);

/**
 * bc_gnome_shortcut_remove:
 *
 * Removes the entry without a trace. Harmless where there is none.
 */
void bc_gnome_shortcut_remove (BcGnomeShortcut *self);

G_END_DECLS
