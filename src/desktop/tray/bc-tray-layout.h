/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tray/bc-tray-menu-item.h"

G_BEGIN_DECLS

/**
 * BcTrayLayout:
 *
 * The menu as com.canonical.dbusmenu sees it: items with numbers, under a root
 * with number 0. A number stands for one item for ever. Knows no bus.
 */
typedef struct _BcTrayLayout BcTrayLayout;

BcTrayLayout *bc_tray_layout_new  (void);
void          bc_tray_layout_free (BcTrayLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcTrayLayout, bc_tray_layout_free)

/**
 * bc_tray_layout_update:
 * @menu: the new menu
 * @changed: (element-type gint32): a set to which the numbers are added of those
 *   items that stay, with another label or tick
 *
 * Returns: whether items came, went or moved
 */
gboolean bc_tray_layout_update (BcTrayLayout *self,
                                BcTrayMenu   *menu,
                                GHashTable   *changed);

/**
 * bc_tray_layout_find_shown:
 *
 * Returns: (nullable) (transfer none): the item with number @id, in the menu now
 *   or until a short while ago, when a host may still be showing it
 */
BcTrayMenuItem *bc_tray_layout_find_shown (BcTrayLayout *self,
                                           gint32        id);

/**
 * bc_tray_layout_has:
 *
 * Returns: whether @id is in the menu now, or its root
 */
gboolean bc_tray_layout_has (BcTrayLayout *self,
                             gint32        id);

/**
 * bc_tray_layout_get_node:
 * @id: an item or the root
 * @depth: how many levels below it to tell; all if negative
 * @names: (array zero-terminated=1): the properties to tell; all if empty
 *
 * Returns: (transfer floating) (nullable): `(ia{sv}av)`; %NULL if there is no @id
 */
GVariant *bc_tray_layout_get_node (BcTrayLayout       *self,
                                   gint32              id,
                                   gint32              depth,
                                   const char * const *names);

/**
 * bc_tray_layout_get_group:
 * @ids: (nullable) (element-type gint32): a set of numbers; %NULL means all
 * @names: (array zero-terminated=1): the properties to tell; all if empty
 *
 * Returns: (transfer floating): `a(ia{sv})`, each item once, unknown ones left out
 */
GVariant *bc_tray_layout_get_group (BcTrayLayout       *self,
                                    GHashTable         *ids,
                                    const char * const *names);

/**
 * bc_tray_layout_get_property:
 *
 * Returns: (transfer full) (nullable): the value; %NULL where @id has no @name
 */
GVariant *bc_tray_layout_get_property (BcTrayLayout *self,
                                       gint32        id,
                                       const char   *name);

G_END_DECLS
