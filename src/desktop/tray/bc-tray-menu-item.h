/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tray/bc-tray-menu.h"

G_BEGIN_DECLS

typedef enum {
  BC_TRAY_MENU_KIND_PLAIN,
  BC_TRAY_MENU_KIND_TOGGLE,
  BC_TRAY_MENU_KIND_SEPARATOR,
} BcTrayMenuKind;

/**
 * BcTrayMenuItem:
 * @kind: what it is
 * @key: what identifies it in its menu
 * @label: (nullable): fit to be shown in a menu; %NULL for a separator
 * @action: (nullable): likewise
 * @target: (nullable): the action's target
 * @checked: whether a toggle is ticked
 *
 * One item of a menu; never changed. Reference counted by g_rc_box_acquire().
 */
typedef struct {
  BcTrayMenuKind kind;
  char *key;
  char *label;
  char *action;
  GVariant *target;
  gboolean checked;
} BcTrayMenuItem;

/**
 * bc_tray_menu_item_unref:
 * @item: (transfer full): an item
 */
void bc_tray_menu_item_unref (BcTrayMenuItem *item);

/**
 * bc_tray_menu_item_is_same:
 *
 * Returns: whether a click on one may stand for a click on the other: they
 *   differ in their label or tick at most
 */
gboolean bc_tray_menu_item_is_same (const BcTrayMenuItem *a,
                                    const BcTrayMenuItem *b);

/**
 * bc_tray_menu_get_items:
 *
 * Returns: (transfer none) (element-type BcTrayMenuItem): the items in their order
 */
GPtrArray *bc_tray_menu_get_items (BcTrayMenu *self);

G_END_DECLS
