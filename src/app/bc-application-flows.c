/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-application-private.h"

static void
hotkey_activated_cb (BcHotkey      *hotkey,
                     guint32        time,
                     const char    *token,
                     BcApplication *self)
{
  bc_capture_flow_toggle (self->capture_flow, token, time);
}

static void
follow_hotkey_setting (BcApplication *self)
{
  bc_hotkey_set_accelerator (bc_services_get_hotkey (self->services), bc_settings_get_hotkey (self->settings));
  bc_application_show_hotkey (self);
}

/* Who chooses a key wants it, whatever she answered before. */
static void
hotkey_changed_cb (BcApplication *self)
{
  g_object_set (bc_services_get_hotkey (self->services), "may-ask", TRUE, NULL);
  follow_hotkey_setting (self);
}

static void
start_hotkey (BcApplication *self)
{
  BcHotkey *hotkey = bc_services_get_hotkey (self->services);

  self->hotkey_actions = bc_hotkey_actions_new (hotkey, self->settings);
  g_object_bind_property (self->settings, "hotkey-may-ask", hotkey, "may-ask",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (hotkey, "activated", G_CALLBACK (hotkey_activated_cb), self, 0);
  g_signal_connect_object (self->settings, "notify::hotkey",
                           G_CALLBACK (hotkey_changed_cb), self, G_CONNECT_SWAPPED);
  follow_hotkey_setting (self);
}

static void
resume_cb (BcCaptureFlow *flow,
           const char    *id,
           BcApplication *self)
{
  bc_application_act (self, "resume", id, NULL);
}

static void
start_capture (BcApplication *self)
{
  self->capture_flow = bc_capture_flow_new (GTK_APPLICATION (self), self->store, self->settings,
                                            bc_services_get_focus (self->services), self->open, self->words);
  g_signal_connect_object (self->capture_flow, "resume", G_CALLBACK (resume_cb), self, 0);
  g_signal_connect_object (self->capture_flow, "key-pressed", G_CALLBACK (bc_hotkey_forget_hold),
                           bc_services_get_hotkey (self->services), G_CONNECT_SWAPPED);
}

static void
tray_activate_cb (BcTray        *tray,
                  const char    *token,
                  BcApplication *self)
{
  bc_application_activate_action (self, "open", NULL, token);
}

static void
tray_secondary_cb (BcTray        *tray,
                   const char    *token,
                   BcApplication *self)
{
  bc_application_activate_action (self, "capture", NULL, token);
}

static void
tray_item_cb (BcTray        *tray,
              const char    *action,
              GVariant      *target,
              const char    *token,
              BcApplication *self)
{
  bc_application_activate_action (self, action, target, token);
}

static void
start_tray (BcApplication *self)
{
  BcTray *tray = bc_services_get_tray (self->services);

  g_signal_connect_object (tray, "activate", G_CALLBACK (tray_activate_cb), self, 0);
  g_signal_connect_object (tray, "secondary-activate", G_CALLBACK (tray_secondary_cb), self, 0);
  g_signal_connect_object (tray, "item-activated", G_CALLBACK (tray_item_cb), self, 0);
  self->tray_flow = bc_tray_flow_new (tray, self->settings, self->clock, self->pause, self->open);
  self->background_flow = bc_background_flow_new (bc_services_get_background (self->services),
                                                  bc_tray_get_status (tray), self->pause, self->open);
}

static void
answered_cb (BcReminderFlow *flow,
             const char     *action,
             const char     *id,
             const char     *token,
             BcApplication  *self)
{
  bc_application_act (self, action, id, token);
}

static void
start_reminders (BcApplication *self)
{
  self->reminder_flow = bc_reminder_flow_new (self->store, self->settings, self->clock, self->open,
                                              bc_services_get_notifier (self->services));
  g_signal_connect_object (self->reminder_flow, "answered", G_CALLBACK (answered_cb), self, 0);
}

static void
follow_idle_setting (BcApplication *self)
{
  bc_idle_set_threshold_s (bc_services_get_idle (self->services), bc_settings_get_idle_threshold_s (self->settings));
}

static void
start_away (BcApplication *self)
{
  BcLock *lock = bc_services_get_lock (self->services);

  self->away_flow = bc_away_flow_new (self->store, self->clock, bc_services_get_idle (self->services),
                                      lock, bc_services_get_sleep (self->services));
  bc_reminder_flow_follow (self->reminder_flow, self->away_flow, lock);
  g_signal_connect_object (self->settings, "notify::idle-threshold-s",
                           G_CALLBACK (follow_idle_setting), self, G_CONNECT_SWAPPED);
  follow_idle_setting (self);
}

static void
test_clicked_cb (BcReturnTest  *test,
                 const char    *token,
                 BcApplication *self)
{
  bc_application_show_preferences (self, token);
}

static void
start_return_test (BcApplication *self)
{
  BcServices *services = self->services;
  g_autoptr (BcIdle) idle = bc_services_new_idle (services);

  self->return_test = bc_return_test_new (idle, bc_idle_get_status (bc_services_get_idle (services)),
                                          bc_services_get_lock (services), bc_services_get_sleep (services),
                                          bc_services_get_notifier (services), self->clock,
                                          BC_RETURN_TEST_PATIENCE_MS);
  g_signal_connect_object (self->return_test, "clicked", G_CALLBACK (test_clicked_cb), self, 0);
  bc_application_show_away (self);
}

static void
services_complete_cb (BcApplication *self)
{
  start_away (self);
  start_return_test (self);
}

void
bc_application_start_flows (BcApplication *self)
{
  self->pause = bc_pause_watch_new (self->settings, self->clock);
  start_capture (self);
  start_tray (self);
  start_reminders (self);
  start_hotkey (self);
  g_signal_connect_object (self->services, "complete", G_CALLBACK (services_complete_cb), self, G_CONNECT_SWAPPED);
}

void
bc_application_stop_flows (BcApplication *self)
{
  /* What it has asked of the store may keep it alive; its window must be gone before the toolkit. */
  if (self->capture_flow != NULL)
    g_object_run_dispose (G_OBJECT (self->capture_flow));

  g_clear_object (&self->return_test);
  g_clear_object (&self->away_flow);
  g_clear_object (&self->reminder_flow);
  g_clear_object (&self->background_flow);
  g_clear_object (&self->tray_flow);
  g_clear_object (&self->pause);
  g_clear_object (&self->capture_flow);
  g_clear_object (&self->hotkey_actions);
}
