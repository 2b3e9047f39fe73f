/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray-layout.h"

#define ROOT_ID 0

/* Several menus' worth: no host shows a menu that is older. */
#define MAX_RETIRED 64

typedef struct {
  gint32 id;
  BcTrayMenuItem *item;
} Entry;

struct _BcTrayLayout {
  GArray *entries;
  GArray *retired;
  gint32 last_id;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  bc_tray_menu_item_unref (entry->item);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);

  return entries;
}

BcTrayLayout *
bc_tray_layout_new (void)
{
  BcTrayLayout *self = g_new0 (BcTrayLayout, 1);

  self->entries = new_entries ();
  self->retired = new_entries ();

  return self;
}

void
bc_tray_layout_free (BcTrayLayout *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->retired);
  g_free (self);
}

static void
add_entry (GArray         *entries,
           gint32          id,
           BcTrayMenuItem *item)
{
  Entry entry = { id, g_rc_box_acquire (item) };

  g_array_append_val (entries, entry);
}

static Entry *
find_entry (GArray *entries,
            gint32  id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->id == id)
        return entry;
    }

  return NULL;
}

static Entry *
find_same (GArray               *entries,
           const BcTrayMenuItem *item)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (bc_tray_menu_item_is_same (entry->item, item))
        return entry;
    }

  return NULL;
}

static void
retire_missing (BcTrayLayout *self,
                GArray       *entries)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (find_entry (entries, entry->id) == NULL)
        add_entry (self->retired, entry->id, entry->item);
    }

  if (self->retired->len > MAX_RETIRED)
    g_array_remove_range (self->retired, 0, self->retired->len - MAX_RETIRED);
}

static gboolean
is_same_order (GArray *a,
               GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_array_index (a, Entry, i).id != g_array_index (b, Entry, i).id)
        return FALSE;
    }

  return TRUE;
}

static gboolean
looks_same (const BcTrayMenuItem *a,
            const BcTrayMenuItem *b)
{
  return a->checked == b->checked && g_strcmp0 (a->label, b->label) == 0;
}

gboolean
bc_tray_layout_update (BcTrayLayout *self,
                       BcTrayMenu   *menu,
                       GHashTable   *changed)
{
  GPtrArray *items = bc_tray_menu_get_items (menu);
  GArray *entries = new_entries ();
  gboolean same_order;

  for (guint i = 0; i < items->len; i++)
    {
      BcTrayMenuItem *item = g_ptr_array_index (items, i);
      Entry *old = find_same (self->entries, item);

      add_entry (entries, old != NULL ? old->id : ++self->last_id, item);
      if (old != NULL && !looks_same (old->item, item))
        g_hash_table_add (changed, GINT_TO_POINTER (old->id));
    }

  same_order = is_same_order (self->entries, entries);
  retire_missing (self, entries);
  g_array_unref (self->entries);
  self->entries = entries;

  return !same_order;
}

BcTrayMenuItem *
bc_tray_layout_find_shown (BcTrayLayout *self,
                           gint32        id)
{
  Entry *entry = find_entry (self->entries, id);

  if (entry == NULL)
    entry = find_entry (self->retired, id);

  return entry != NULL ? entry->item : NULL;
}

gboolean
bc_tray_layout_has (BcTrayLayout *self,
                    gint32        id)
{
  return id == ROOT_ID || find_entry (self->entries, id) != NULL;
}

/* Every property an item of this kind can have, so that none must ever be taken back. */
static GVariant *
make_properties (const BcTrayMenuItem *item)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (item == NULL)
    {
      g_variant_dict_insert (&dict, "children-display", "s", "submenu");
      return g_variant_ref_sink (g_variant_dict_end (&dict));
    }

  g_variant_dict_insert (&dict, "enabled", "b", TRUE);
  g_variant_dict_insert (&dict, "visible", "b", TRUE);
  if (item->kind == BC_TRAY_MENU_KIND_SEPARATOR)
    g_variant_dict_insert (&dict, "type", "s", "separator");
  else
    g_variant_dict_insert (&dict, "label", "s", item->label);
  if (item->kind == BC_TRAY_MENU_KIND_TOGGLE)
    {
      g_variant_dict_insert (&dict, "toggle-type", "s", "checkmark");
      g_variant_dict_insert (&dict, "toggle-state", "i", item->checked ? 1 : 0);
    }

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GVariant *
get_properties (const BcTrayMenuItem *item,
                const char * const   *names)
{
  g_autoptr (GVariant) all = make_properties (item);
  GVariantBuilder some;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_builder_init (&some, G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      if (names[0] == NULL || g_strv_contains (names, name))
        g_variant_builder_add (&some, "{sv}", name, value);
    }

  return g_variant_builder_end (&some);
}

static GVariant *
make_leaf (const Entry        *entry,
           const char * const *names)
{
  return g_variant_new ("(i@a{sv}av)", entry->id, get_properties (entry->item, names), NULL);
}

GVariant *
bc_tray_layout_get_node (BcTrayLayout       *self,
                         gint32              id,
                         gint32              depth,
                         const char * const *names)
{
  GVariantBuilder children;

  if (id != ROOT_ID)
    {
      Entry *entry = find_entry (self->entries, id);

      return entry != NULL ? make_leaf (entry, names) : NULL;
    }

  g_variant_builder_init (&children, G_VARIANT_TYPE ("av"));
  for (guint i = 0; depth != 0 && i < self->entries->len; i++)
    g_variant_builder_add (&children, "v", make_leaf (&g_array_index (self->entries, Entry, i), names));

  return g_variant_new ("(i@a{sv}av)", ROOT_ID, get_properties (NULL, names), &children);
}

static gboolean
is_wanted (GHashTable *ids,
           gint32      id)
{
  return ids == NULL || g_hash_table_contains (ids, GINT_TO_POINTER (id));
}

GVariant *
bc_tray_layout_get_group (BcTrayLayout       *self,
                          GHashTable         *ids,
                          const char * const *names)
{
  GVariantBuilder group;

  g_variant_builder_init (&group, G_VARIANT_TYPE ("a(ia{sv})"));
  if (is_wanted (ids, ROOT_ID))
    g_variant_builder_add (&group, "(i@a{sv})", ROOT_ID, get_properties (NULL, names));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (is_wanted (ids, entry->id))
        g_variant_builder_add (&group, "(i@a{sv})", entry->id, get_properties (entry->item, names));
    }

  return g_variant_builder_end (&group);
}

GVariant *
bc_tray_layout_get_property (BcTrayLayout *self,
                             gint32        id,
                             const char   *name)
{
  Entry *entry = find_entry (self->entries, id);
  g_autoptr (GVariant) all = NULL;

  if (entry == NULL && id != ROOT_ID)
    return NULL;

  all = make_properties (entry != NULL ? entry->item : NULL);

  return g_variant_lookup_value (all, name, NULL);
}
