/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-tray-flow.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "bc-age.h"
#include "text/bc-plain-text.h"

#define SHOWN 5
#define HEADLINE_GRAPHEMES 40

struct _BcTrayFlow {
  GObject parent_instance;

  BcTray *tray;
  BcSettings *settings;
  BcClock *clock;
  BcPauseWatch *pause;
  BcOpenCrumbs *open;
};

G_DEFINE_FINAL_TYPE (BcTrayFlow, bc_tray_flow, G_TYPE_OBJECT)

static void
bc_tray_flow_dispose (GObject *object)
{
  BcTrayFlow *self = BC_TRAY_FLOW (object);

  g_clear_object (&self->tray);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->pause);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (bc_tray_flow_parent_class)->dispose (object);
}

static void
bc_tray_flow_class_init (BcTrayFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_tray_flow_dispose;
}

static void
bc_tray_flow_init (BcTrayFlow *self)
{
}

static char *
label_crumb (BcCrumb  *crumb,
             gint64    now_us,
             gboolean  first)
{
  g_autofree char *headline = bc_plain_text_line (bc_crumb_get_headline (crumb), HEADLINE_GRAPHEMES);
  g_autofree char *age = bc_age_text (bc_crumb_get_created_us (crumb), now_us);

  if (first)
    /* Translators: a tray menu entry: the next step and its age, such as “Resume “add a test” (23 min)”. */
    return g_strdup_printf (C_("tray", "Resume “%s” (%s)"), headline, age);

  /* Translators: a tray menu entry: the next step and its age. */
  return g_strdup_printf (C_("tray", "%s (%s)"), headline, age);
}

static void
add_crumbs (BcTrayFlow *self,
            BcTrayMenu *menu)
{
  gint64 now_us = bc_clock_now_us (self->clock);

  for (guint i = 0; i < SHOWN; i++)
    {
      BcCrumb *crumb = bc_open_crumbs_peek (self->open, i);
      g_autofree char *label = NULL;

      if (crumb == NULL)
        break;

      label = label_crumb (crumb, now_us, i == 0);
      bc_tray_menu_add (menu, bc_crumb_get_id (crumb), label, "resume",
                        g_variant_new_string (bc_crumb_get_id (crumb)));
    }

  if (bc_open_crumbs_peek (self->open, 0) != NULL)
    bc_tray_menu_add_separator (menu, "crumbs");
}

static char *
label_capture (BcTrayFlow *self)
{
  const char *hotkey = bc_settings_get_hotkey (self->settings);
  g_autofree char *key = NULL;
  GdkModifierType modifiers;
  guint keyval;

  if (hotkey == NULL || !gtk_accelerator_parse (hotkey, &keyval, &modifiers) || keyval == 0)
    return g_strdup (C_("tray", "Leave a Breadcrumb…"));

  key = gtk_accelerator_get_label (keyval, modifiers);

  /* Translators: a tray menu entry and the key that does the same. */
  return g_strdup_printf (C_("tray", "Leave a Breadcrumb… (%s)"), key);
}

static void
add_pause (BcTrayFlow *self,
           BcTrayMenu *menu,
           gboolean    paused)
{
  static const struct {
    const char *target;
    const char *label;
  } spans[] = {
    { "hour", NC_("tray", "Pause Reminders for One Hour") },
    { "tomorrow", NC_("tray", "Pause Reminders Until Tomorrow") },
    { "ever", NC_("tray", "Pause Reminders Until Turned On") },
  };

  if (paused)
    {
      bc_tray_menu_add (menu, "unpause", C_("tray", "Turn Reminders On"), "pause", g_variant_new_string ("off"));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    bc_tray_menu_add (menu, spans[i].target, g_dpgettext2 (GETTEXT_PACKAGE, "tray", spans[i].label),
                      "pause", g_variant_new_string (spans[i].target));
}

static void
update_menu (BcTrayFlow *self,
             gboolean    paused)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();
  g_autofree char *capture = label_capture (self);

  add_crumbs (self, menu);
  bc_tray_menu_add (menu, "capture", capture, "capture", NULL);
  bc_tray_menu_add_separator (menu, "capture");
  add_pause (self, menu, paused);
  bc_tray_menu_add_separator (menu, "pause");
  bc_tray_menu_add (menu, "open", C_("tray", "Open Breadcrumbs"), "open", NULL);
  bc_tray_menu_add (menu, "preferences", C_("tray", "Preferences"), "preferences", NULL);
  bc_tray_menu_add (menu, "quit", C_("tray", "Quit"), "quit", NULL);

  bc_tray_set_menu (self->tray, menu);
}

static void
update_icon (BcTrayFlow *self,
             gboolean    paused)
{
  BcCrumb *crumb = bc_open_crumbs_peek (self->open, 0);

  if (paused)
    bc_tray_set_icon (self->tray, BC_APP_ID "-paused-symbolic", C_("tray", "Reminders are paused"));
  else if (crumb == NULL)
    bc_tray_set_icon (self->tray, BC_APP_ID "-symbolic", C_("tray", "Nothing open"));
  else
    bc_tray_set_icon (self->tray, BC_APP_ID "-open-symbolic",
                      bc_settings_get_hide_notification_text (self->settings)
                      ? C_("tray", "Something open")
                      : bc_crumb_get_headline (crumb));
}

static void
update (BcTrayFlow *self)
{
  gboolean paused = bc_pause_watch_is_paused (self->pause);

  update_menu (self, paused);
  update_icon (self, paused);
}

BcTrayFlow *
bc_tray_flow_new (BcTray       *tray,
                  BcSettings   *settings,
                  BcClock      *clock,
                  BcPauseWatch *pause,
                  BcOpenCrumbs *open)
{
  BcTrayFlow *self = g_object_new (BC_TYPE_TRAY_FLOW, NULL);

  self->tray = g_object_ref (tray);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->pause = g_object_ref (pause);
  self->open = g_object_ref (open);

  g_signal_connect_object (tray, "about-to-show-menu", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pause, "notify::paused", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
