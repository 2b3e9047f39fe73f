/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "bc-await.h"
#include "bc-tray-rig.h"

/* The menu read and clicked by the very calls that each real host was seen to make. */

typedef struct {
  const char *name;

  gboolean reads_one_by_one;
  guint n_get_all;

  /* How it reads the menu; none if @layout_names is %NULL. */
  gint32 depth;
  const char *layout_names;
  gboolean reads_group;

  /* What it calls when the icon, and then an item of the menu, is clicked; and what is heard. */
  const char *left;
  const char *left_heard;
  const char *item;
  const char *item_heard;
} Host;

#define GTK_NAMES "type label visible enabled icon-name children-display"
#define MATE_NAMES "accessible-desc children-display disposition enabled icon-data icon-name label shortcut " \
  "toggle-state toggle-type type visible"

#define GTK_ITEM "AboutToShowGroup([0]) EventGroup(2)"
#define PLASMA_ITEM "AboutToShow(0) Event(0,opened) Token Event(0,closed) Event(2,clicked)"
#define GNOME_ITEM "Event(0,opened) AboutToShow(0) Token Event(2,clicked) Event(0,closed)"

#define OPENED "activate:(null);"
#define OPENED_WITH_TOKEN "activate:the-token;"
#define CHOSEN "show-crumb(one):(null);"
#define CHOSEN_WITH_TOKEN "show-crumb(one):the-token;"

static const Host hosts[] = {
  { "waybar", FALSE, 1, -1, GTK_NAMES, TRUE, "Activate(5,5)", OPENED, GTK_ITEM, CHOSEN },
  { "xfce4-panel", FALSE, 2, -1, GTK_NAMES, TRUE, "Activate(20,15)", OPENED, GTK_ITEM, CHOSEN },
  { "xapp-sn-watcher", TRUE, 1, -1, GTK_NAMES, TRUE, "Activate(1000,760)", OPENED, GTK_ITEM, CHOSEN },
  { "swaybar", TRUE, 0, 0, NULL, FALSE, "Activate(1250,785)", OPENED, "ContextMenu", OPENED },
  { "plasma-5.27", FALSE, 1, 1, "", FALSE, "Token Activate(1100,760)", OPENED_WITH_TOKEN,
    PLASMA_ITEM, CHOSEN_WITH_TOKEN },
  { "plasma-6.3", FALSE, 1, 1, "", FALSE, "Token Activate(1100,760)", OPENED_WITH_TOKEN,
    PLASMA_ITEM, CHOSEN_WITH_TOKEN },
  { "plasma-6.7", FALSE, 1, 1, "", FALSE, "Token Activate(1100,760)", OPENED_WITH_TOKEN,
    PLASMA_ITEM, CHOSEN_WITH_TOKEN },

  /* A left click opens the menu; only a double click activates. */
  { "gnome-extension-46", FALSE, 1, -1, "type children-display", TRUE, "Event(0,opened) AboutToShow(0) Event(0,closed)",
    "", GNOME_ITEM, CHOSEN_WITH_TOKEN },
  { "gnome-extension-59", FALSE, 1, -1, "type children-display", TRUE, "Event(0,opened) AboutToShow(0) Event(0,closed)",
    "", GNOME_ITEM, CHOSEN_WITH_TOKEN },
  { "gnome-extension-66", FALSE, 1, -1, "type children-display", TRUE, "Event(0,opened) AboutToShow(0) Event(0,closed)",
    "", GNOME_ITEM, CHOSEN_WITH_TOKEN },
  { "gnome-extension-double-click", FALSE, 1, -1, "type children-display", TRUE, "Token Activate(0,0)",
    OPENED_WITH_TOKEN, GNOME_ITEM, CHOSEN_WITH_TOKEN },

  { "lxqt-panel", TRUE, 0, 1, "", FALSE, "Activate(15,15) Scroll(120,vertical)", OPENED,
    "AboutToShow(0) Event(0,opened) Event(0,closed) Event(2,clicked)", CHOSEN },
  { "mate-panel", FALSE, 2, -1, MATE_NAMES, FALSE, "Activate(0,25) Scroll(1,Vertical)", OPENED,
    "Event(0,opened) AboutToShow(0) Event(0,closed) Event(2,clicked)", CHOSEN },
};

static void
set_menu (BcTray *tray)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, "resume", "Resume “fix the_test”", "resume", g_variant_new_string ("one"));
  bc_tray_menu_add (menu, "crumb", "fix the_test", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add_separator (menu, "top");
  bc_tray_menu_add_toggle (menu, "pause", "Pause Reminders", "pause", NULL, TRUE);
  bc_tray_set_menu (tray, menu);
}

static void
set_up (BcTrayRig     *rig,
        gconstpointer  data)
{
  bc_tray_rig_set_up (rig, data);
  set_menu (rig->tray);
  bc_fake_watcher_appear (rig->watcher);
  bc_await (rig->watcher->items->len > 0);
}

static void
assert_item (GVariant *properties)
{
  g_autoptr (GVariant) pixmaps = g_variant_lookup_value (properties, "IconPixmap", G_VARIANT_TYPE ("a(iiay)"));
  g_autoptr (GVariant) menu = g_variant_lookup_value (properties, "Menu", G_VARIANT_TYPE_OBJECT_PATH);
  g_autoptr (GVariant) is_menu = g_variant_lookup_value (properties, "ItemIsMenu", G_VARIANT_TYPE_BOOLEAN);
  const char *category, *id, *status;

  g_assert_true (g_variant_lookup (properties, "Category", "&s", &category));
  g_assert_true (g_variant_lookup (properties, "Id", "&s", &id));
  g_assert_true (g_variant_lookup (properties, "Status", "&s", &status));
  g_assert_cmpstr (category, ==, "ApplicationStatus");
  g_assert_cmpstr (id, ==, "org.example.Breadcrumbs");
  g_assert_cmpstr (status, ==, "Active");
  g_assert_cmpuint (g_variant_n_children (pixmaps), ==, 5);
  g_assert_cmpstr (g_variant_get_string (menu, NULL), ==, "/MenuBar");
  g_assert_false (g_variant_get_boolean (is_menu));
}

static void
read_all (BcTrayRig  *rig,
          const Host *host)
{
  for (guint i = 0; i < host->n_get_all; i++)
    {
      g_autoptr (GVariant) item = NULL;
      g_autoptr (GVariant) properties = NULL;
      g_autoptr (GVariant) menu = NULL;

      item = bc_fake_watcher_must (rig->watcher, "item.GetAll",
                                   g_variant_new ("(s)", "org.kde.StatusNotifierItem"));
      properties = g_variant_get_child_value (item, 0);
      assert_item (properties);
      menu = bc_fake_watcher_must (rig->watcher, "menu.GetAll",
                                   g_variant_new ("(s)", "com.canonical.dbusmenu"));
    }
}

static void
read_one_by_one (BcTrayRig *rig)
{
  static const char * const names[] = {
    "Category", "Id", "Title", "Status", "IconName", "IconPixmap", "AttentionIconName", "AttentionIconPixmap",
    "OverlayIconName", "ItemIsMenu", "Menu", "IconThemePath", "ToolTip",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.Get ",
                                           g_variant_new ("(ss)", "org.kde.StatusNotifierItem", names[i])));
}

static GVariant *
read_layout (BcTrayRig  *rig,
             const Host *host)
{
  g_auto (GStrv) names = g_strsplit (host->layout_names, " ", -1);
  g_autoptr (GVariant) reply = NULL;

  reply = bc_fake_watcher_must (rig->watcher, "menu.GetLayout",
                                g_variant_new ("(ii^as)", 0, host->depth, names));

  return g_variant_get_child_value (reply, 1);
}

/* The labels in their order, "-" for a separator, with a tick where there is one. */
static void
describe (GString  *text,
          GVariant *properties)
{
  const char *label = "-";
  int checked = 0;

  g_variant_lookup (properties, "label", "&s", &label);
  g_variant_lookup (properties, "toggle-state", "i", &checked);
  g_string_append_printf (text, "%s%s|", checked == 1 ? "✓" : "", label);
}

static char *
describe_layout (GVariant *layout)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GVariant) children = g_variant_get_child_value (layout, 2);

  for (gsize i = 0; i < g_variant_n_children (children); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (children, i);
      g_autoptr (GVariant) child = g_variant_get_variant (boxed);
      g_autoptr (GVariant) properties = g_variant_get_child_value (child, 1);

      describe (text, properties);
    }

  return g_strdup (text->str);
}

static char *
read_group (BcTrayRig *rig,
            GVariant  *layout)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GVariant) children = g_variant_get_child_value (layout, 2);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) group = NULL;
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ai"));
  for (gsize i = 0; i < g_variant_n_children (children); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (children, i);
      g_autoptr (GVariant) child = g_variant_get_variant (boxed);
      g_autoptr (GVariant) id = g_variant_get_child_value (child, 0);

      g_variant_builder_add_value (&ids, id);
    }
  reply = bc_fake_watcher_must (rig->watcher, "menu.GetGroupProperties",
                                g_variant_new ("(@aias)", g_variant_builder_end (&ids), NULL));
  group = g_variant_get_child_value (reply, 0);
  for (gsize i = 0; i < g_variant_n_children (group); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (group, i);
      g_autoptr (GVariant) properties = g_variant_get_child_value (item, 1);

      describe (text, properties);
    }

  return g_strdup (text->str);
}

static void
read_menu (BcTrayRig  *rig,
           const Host *host)
{
  g_autoptr (GVariant) layout = read_layout (rig, host);
  g_autofree char *text = host->reads_group ? read_group (rig, layout) : describe_layout (layout);

  g_assert_cmpstr (text, ==, "Resume “fix the__test”|fix the__test|-|✓Pause Reminders|");
}

static void
do_event (BcTrayRig  *rig,
          const char *call)
{
  char type[16];
  int id;

  g_assert_cmpint (sscanf (call, "Event(%d,%15[a-z])", &id, type), ==, 2);
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "menu.Event",
                                         g_variant_new ("(isvu)", id, type, g_variant_new_string (""), 0)));
}

static void
do_activate (BcTrayRig  *rig,
             const char *call)
{
  int x, y;

  g_assert_cmpint (sscanf (call, "Activate(%d,%d)", &x, &y), ==, 2);
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.Activate", g_variant_new ("(ii)", x, y)));
}

static const struct {
  const char *call;
  const char *method;
  const char *arguments;
} calls[] = {
  { "Token", "item.ProvideXdgActivationToken", "('the-token',)" },
  { "SecondaryActivate", "item.SecondaryActivate", "(0, 0)" },
  { "ContextMenu", "item.ContextMenu", "(1250, 785)" },
  { "Scroll(120,vertical)", "item.Scroll", "(120, 'vertical')" },
  { "Scroll(1,Vertical)", "item.Scroll", "(1, 'Vertical')" },
  { "AboutToShow(0)", "menu.AboutToShow", "(0,)" },
  { "AboutToShowGroup([0])", "menu.AboutToShowGroup", "([0],)" },
  { "EventGroup(2)", "menu.EventGroup", "([(2, 'clicked', <0>, uint32 0)],)" },
};

static void
do_call (BcTrayRig  *rig,
         const char *call)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      if (g_str_equal (call, calls[i].call))
        {
          g_variant_unref (bc_fake_watcher_must (rig->watcher, calls[i].method,
                                                 g_variant_new_parsed (calls[i].arguments)));
          return;
        }
    }

  if (g_str_has_prefix (call, "Activate"))
    do_activate (rig, call);
  else
    do_event (rig, call);
}

static void
assert_heard (BcTrayRig  *rig,
              const char *script,
              const char *heard)
{
  g_auto (GStrv) steps = g_strsplit (script, " ", -1);

  g_string_truncate (rig->heard, 0);
  for (guint i = 0; steps[i] != NULL; i++)
    do_call (rig, steps[i]);
  g_assert_cmpstr (rig->heard->str, ==, heard);
}

static void
test_host (BcTrayRig     *rig,
           gconstpointer  data)
{
  const Host *host = data;

  if (host->reads_one_by_one)
    read_one_by_one (rig);
  read_all (rig, host);
  if (host->layout_names != NULL)
    read_menu (rig, host);

  assert_heard (rig, host->left, host->left_heard);
  assert_heard (rig, "SecondaryActivate", "secondary:(null);");
  assert_heard (rig, host->item, host->item_heard);
}

int
main (int   argc,
      char *argv[])
{
  bc_tray_rig_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *path = g_strconcat ("/desktop/tray/host/", hosts[i].name, NULL);

      g_test_add (path, BcTrayRig, &hosts[i], set_up, test_host, bc_tray_rig_tear_down);
    }

  return bc_tray_rig_run ();
}
