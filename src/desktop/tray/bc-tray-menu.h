/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BC_TYPE_TRAY_MENU (bc_tray_menu_get_type ())
G_DECLARE_FINAL_TYPE (BcTrayMenu, bc_tray_menu, BC, TRAY_MENU, GObject)

/**
 * BcTrayMenu:
 *
 * A flat menu as a value: built once, then given to a tray and never changed.
 */
BcTrayMenu *bc_tray_menu_new (void);

/**
 * bc_tray_menu_add:
 * @key: what stays the same about the item while its label changes, such as
 *   "quit" or a crumb's id, once in a menu; an item keeps its number as long as the menu has
 *   one of that key, action and target, and a number is never used again for another
 * @label: plain text of any length and content; the menu makes it fit to be shown
 * @action: given back by #BcTray::item-activated
 * @target: (nullable): likewise; sunk if floating
 */
void bc_tray_menu_add (BcTrayMenu *self,
                       const char *key,
                       const char *label,
                       const char *action,
                       GVariant   *target);

/**
 * bc_tray_menu_add_toggle:
 * @checked: whether the item is ticked
 */
void bc_tray_menu_add_toggle (BcTrayMenu *self,
                              const char *key,
                              const char *label,
                              const char *action,
                              GVariant   *target,
                              gboolean    checked);

/**
 * bc_tray_menu_add_separator:
 * @key: as for bc_tray_menu_add(): what it sets apart, and not the how manieth it is, or
 *   hosts would see it move when rows come above it; GNOME's gets that wrong
 */
void bc_tray_menu_add_separator (BcTrayMenu *self,
                                 const char *key);

G_END_DECLS
