/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-application-private.h"

#include <glib/gi18n-lib.h>

#include "bc-activation.h"

typedef struct {
  BcApplication *application;
  BcAct act;
} Answer;

static void
tell (BcApplication *self,
      BcAct          act,
      const char    *event_id)
{
  const char *text = NULL;

  if (self->window == NULL)
    return;

  if (act == BC_ACT_RESUME)
    text = _("Resumed");
  else if (act == BC_ACT_LATER)
    text = _("Kept for later");
  else
    text = _("Let go");
  bc_window_tell (self->window, text, event_id);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Answer *answer = user_data;
  g_autoptr (BcApplication) self = answer->application;
  g_autoptr (GError) error = NULL;
  g_autofree char *event_id = NULL;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, &event_id, &error);

  if (crumb != NULL)
    tell (self, answer->act, event_id);
  else if (self->window != NULL)
    bc_window_tell_error (self->window, error);
}

static void
act_on (BcApplication *self,
        const char    *id,
        BcAct          act)
{
  Answer *answer = g_new (Answer, 1);

  answer->application = g_object_ref (self);
  answer->act = act;
  bc_store_act_async (self->store, id, act, NULL, answered_cb, answer);
}

static gboolean
raise_place (BcApplication *self,
             BcCrumb       *crumb)
{
  BcContext *context = bc_crumb_get_context (crumb);

  return context != NULL && bc_focus_restore (bc_services_get_focus (self->services), context, 0);
}

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcApplication) self = user_data;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, NULL, NULL);

  /* The place comes up first, the card on top of it. */
  if (crumb != NULL && raise_place (self, crumb) && self->window != NULL)
    bc_activation_present (GTK_WINDOW (self->window), NULL, 0);
}

static void
go_back_to (BcApplication *self,
            const char    *id)
{
  bc_store_get_async (self->store, id, NULL, placed_cb, g_object_ref (self));
  act_on (self, id, BC_ACT_RESUME);
}

static void
capture (BcApplication *self,
         const char    *target,
         const char    *token)
{
  bc_capture_flow_toggle (self->capture_flow, token, 0);
}

/* A key of the desktop ran the command; the hotkey may have told of it already. */
static void
press_hotkey (BcApplication *self,
              const char    *target,
              const char    *token)
{
  bc_hotkey_take_command (bc_services_get_hotkey (self->services), token);
}

static void
show_crumb (BcApplication *self,
            const char    *id,
            const char    *token)
{
  BcWindow *window = bc_application_open_window (self);

  bc_application_close_preferences (self);
  bc_window_show_card (window, id);
  bc_activation_present (GTK_WINDOW (window), token, 0);
}

static void
resume (BcApplication *self,
        const char    *id,
        const char    *token)
{
  show_crumb (self, id, token);
  go_back_to (self, id);
}

static void
keep_for_later (BcApplication *self,
                const char    *id,
                const char    *token)
{
  act_on (self, id, BC_ACT_LATER);
}

static void
let_go (BcApplication *self,
        const char    *id,
        const char    *token)
{
  act_on (self, id, BC_ACT_LET_GO);
}

static void
open_timeline (BcApplication *self,
               const char    *target,
               const char    *token)
{
  BcWindow *window = bc_application_open_window (self);

  bc_window_show_timeline (window, NULL);
  bc_activation_present (GTK_WINDOW (window), token, 0);
}

static void
go_back_to_newest (BcApplication *self)
{
  BcCrumb *crumb = bc_open_crumbs_peek (self->open, 0);
  BcWindow *window = bc_application_open_window (self);

  if (crumb == NULL)
    {
      bc_window_tell (window, _("Nothing is open"), NULL);
      return;
    }

  bc_window_show_card (window, bc_crumb_get_id (crumb));
  go_back_to (self, bc_crumb_get_id (crumb));
}

/* The token is for this turn of the main loop; the program may just have been started by this and not
 * know yet which is the newest. */
static void
resume_newest (BcApplication *self,
               const char    *target,
               const char    *token)
{
  bc_application_close_preferences (self);
  open_timeline (self, NULL, token);
  if (bc_open_crumbs_is_loaded (self->open))
    go_back_to_newest (self);
  else if (g_signal_handlers_disconnect_by_func (self->open, go_back_to_newest, self) == 0)
    g_signal_connect_object (self->open, "notify::loaded", G_CALLBACK (go_back_to_newest), self, G_CONNECT_SWAPPED);
}

static void
show_preferences (BcApplication *self,
                  const char    *target,
                  const char    *token)
{
  bc_application_show_preferences (self, token);
}

static gint64
get_tomorrow_us (gint64 now_us)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) morning =
    g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                           g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  return g_date_time_to_unix (morning) * G_USEC_PER_SEC;
}

static void
pause_reminders (BcApplication *self,
                 const char    *span,
                 const char    *token)
{
  gint64 now_us = bc_clock_now_us (self->clock);

  if (g_str_equal (span, "hour"))
    bc_settings_set_reminders_paused_until_us (self->settings, now_us + G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  else if (g_str_equal (span, "tomorrow"))
    bc_settings_set_reminders_paused_until_us (self->settings, get_tomorrow_us (now_us));
  else if (g_str_equal (span, "ever"))
    bc_settings_set_reminders_paused_until_us (self->settings, -1);
  else if (g_str_equal (span, "off"))
    bc_settings_set_reminders_paused_until_us (self->settings, 0);
}

static void
quit (BcApplication *self,
      const char    *target,
      const char    *token)
{
  g_application_quit (G_APPLICATION (self));
}

static const struct {
  const char *name;
  const char *parameter_type;
  void (*act) (BcApplication *self,
               const char    *target,
               const char    *token);
} actions[] = {
  { "capture", NULL, capture },
  { "hotkey", NULL, press_hotkey },
  { "open", NULL, open_timeline },
  { "show-crumb", "s", show_crumb },
  { "resume", "s", resume },
  { "resume-newest", NULL, resume_newest },
  { "later", "s", keep_for_later },
  { "let-go", "s", let_go },
  { "pause", "s", pause_reminders },
  { "preferences", NULL, show_preferences },
  { "quit", NULL, quit },
};

void
bc_application_act (BcApplication *self,
                    const char    *action,
                    const char    *target,
                    const char    *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, action))
        {
          actions[i].act (self, target, token);
          return;
        }
    }
}

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = g_steal_pointer (&self->token);

  bc_application_act (self, g_action_get_name (G_ACTION (action)),
                      parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL, token);
}

void
bc_application_add_actions (BcApplication *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GActionEntry entry = {
        .name = actions[i].name,
        .activate = activated_cb,
        .parameter_type = actions[i].parameter_type,
      };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}
