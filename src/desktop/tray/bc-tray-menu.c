/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray-menu.h"

#include "text/bc-plain-text.h"
#include "tray/bc-tray-menu-item.h"

/* Room for some 40 of a user's text, words around it and an age. */
#define LABEL_GRAPHEMES 60

struct _BcTrayMenu {
  GObject parent_instance;

  GPtrArray *items;
};

G_DEFINE_FINAL_TYPE (BcTrayMenu, bc_tray_menu, G_TYPE_OBJECT)

static void
item_clear (gpointer data)
{
  BcTrayMenuItem *item = data;

  g_free (item->key);
  g_free (item->label);
  g_free (item->action);
  g_clear_pointer (&item->target, g_variant_unref);
}

void
bc_tray_menu_item_unref (BcTrayMenuItem *item)
{
  g_rc_box_release_full (item, item_clear);
}

static gboolean
is_same_target (GVariant *a,
                GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_variant_equal (a, b);
}

gboolean
bc_tray_menu_item_is_same (const BcTrayMenuItem *a,
                           const BcTrayMenuItem *b)
{
  return a->kind == b->kind &&
         g_str_equal (a->key, b->key) &&
         g_strcmp0 (a->action, b->action) == 0 &&
         is_same_target (a->target, b->target);
}

static void
bc_tray_menu_finalize (GObject *object)
{
  BcTrayMenu *self = BC_TRAY_MENU (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (bc_tray_menu_parent_class)->finalize (object);
}

static void
bc_tray_menu_class_init (BcTrayMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_tray_menu_finalize;
}

static void
bc_tray_menu_init (BcTrayMenu *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_tray_menu_item_unref);
}

BcTrayMenu *
bc_tray_menu_new (void)
{
  return g_object_new (BC_TYPE_TRAY_MENU, NULL);
}

GPtrArray *
bc_tray_menu_get_items (BcTrayMenu *self)
{
  return self->items;
}

static gboolean
has_key (BcTrayMenu *self,
         const char *key)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_str_equal (((BcTrayMenuItem *) g_ptr_array_index (self->items, i))->key, key))
        return TRUE;
    }

  return FALSE;
}

/* Hosts take a single underscore for the mark of an access key. */
static char *
make_label (const char *text)
{
  g_autofree char *line = bc_plain_text_line (text, LABEL_GRAPHEMES);
  g_autoptr (GString) label = g_string_new (line);

  g_string_replace (label, "_", "__", 0);

  return g_strdup (label->str);
}

static BcTrayMenuItem *
add_item (BcTrayMenu     *self,
          BcTrayMenuKind  kind,
          const char     *key,
          const char     *action,
          GVariant       *target)
{
  BcTrayMenuItem *item = g_rc_box_new0 (BcTrayMenuItem);

  item->kind = kind;
  item->key = g_strdup (key);
  item->action = g_strdup (action);
  item->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_ptr_array_add (self->items, item);

  return item;
}

void
bc_tray_menu_add (BcTrayMenu *self,
                  const char *key,
                  const char *label,
                  const char *action,
                  GVariant   *target)
{
  g_return_if_fail (BC_IS_TRAY_MENU (self));
  g_return_if_fail (key != NULL && !has_key (self, key));
  g_return_if_fail (action != NULL);

  add_item (self, BC_TRAY_MENU_KIND_PLAIN, key, action, target)->label = make_label (label);
}

void
bc_tray_menu_add_toggle (BcTrayMenu *self,
                         const char *key,
                         const char *label,
                         const char *action,
                         GVariant   *target,
                         gboolean    checked)
{
  BcTrayMenuItem *item;

  g_return_if_fail (BC_IS_TRAY_MENU (self));
  g_return_if_fail (key != NULL && !has_key (self, key));
  g_return_if_fail (action != NULL);

  item = add_item (self, BC_TRAY_MENU_KIND_TOGGLE, key, action, target);
  item->label = make_label (label);
  item->checked = checked;
}

void
bc_tray_menu_add_separator (BcTrayMenu *self,
                            const char *key)
{
  g_autofree char *own = g_strconcat ("separator ", key, NULL);

  g_return_if_fail (BC_IS_TRAY_MENU (self));
  g_return_if_fail (!has_key (self, own));

  add_item (self, BC_TRAY_MENU_KIND_SEPARATOR, own, NULL, NULL);
}
