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
  BcWindow *window = bc_application_peek_window (self);
  const char *text = NULL;

  if (window == NULL)
    return;

  if (act == BC_ACT_RESUME)
    text = _("Resumed");
  else if (act == BC_ACT_LATER)
    text = _("Kept for later");
  else
    text = _("Let go");
  bc_window_tell (window, text, event_id);
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
  else if (bc_application_peek_window (self) != NULL)
    bc_window_tell_error (bc_application_peek_window (self), error);
}

static void
act (BcApplication *self,
     const char    *id,
     BcAct          what)
{
  Answer *answer = g_new (Answer, 1);

  answer->application = g_object_ref (self);
  answer->act = what;
  bc_store_act_async (bc_application_get_store (self), id, what, NULL, answered_cb, answer);
}

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcApplication) self = user_data;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, NULL, NULL);
  BcWindow *window = bc_application_peek_window (self);

  if (crumb == NULL)
    return;

  /* The place comes up first, the card on top of it. */
  if (bc_application_raise_place (self, crumb) && window != NULL)
    bc_activation_present (GTK_WINDOW (window), NULL, 0);
}

static void
show_card (BcApplication *self,
           const char    *id,
           const char    *token,
           guint32        time)
{
  BcWindow *window = bc_application_open_window (self);

  bc_application_close_preferences (self);
  bc_window_show_card (window, id);
  bc_activation_present (GTK_WINDOW (window), token, time);
}

static void
resume (BcApplication *self,
        const char    *id)
{
  bc_store_get_async (bc_application_get_store (self), id, NULL, placed_cb, g_object_ref (self));
  act (self, id, BC_ACT_RESUME);
}

static void
show_timeline (BcApplication *self,
               const char    *token)
{
  BcWindow *window = bc_application_open_window (self);

  bc_window_show_timeline (window, NULL);
  bc_activation_present (GTK_WINDOW (window), token, 0);
}

void
bc_application_do_answer (BcApplication *self,
                          const char    *action,
                          const char    *id,
                          const char    *token,
                          guint32        time)
{
  if (g_str_equal (action, "resume"))
    {
      show_card (self, id, token, time);
      resume (self, id);
    }
  else if (g_str_equal (action, "later"))
    act (self, id, BC_ACT_LATER);
  else if (g_str_equal (action, "let-go"))
    act (self, id, BC_ACT_LET_GO);
}

static void
resume_newest (BcApplication *self)
{
  BcCrumb *crumb = bc_open_crumbs_peek (bc_application_get_open (self), 0);
  BcWindow *window = bc_application_open_window (self);

  if (crumb == NULL)
    {
      bc_window_tell (window, _("Nothing is open"), NULL);
      return;
    }

  bc_window_show_card (window, bc_crumb_get_id (crumb));
  resume (self, bc_crumb_get_id (crumb));
}

static void
answer_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = bc_application_take_token (self);

  bc_application_do_answer (self, g_action_get_name (G_ACTION (action)),
                            g_variant_get_string (parameter, NULL), token, 0);
}

/* The token is for this turn of the main loop; the program may just have been started by this and not
 * know yet which is the newest. */
static void
resume_newest_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  BcApplication *self = user_data;
  BcOpenCrumbs *open = bc_application_get_open (self);
  g_autofree char *token = bc_application_take_token (self);

  bc_application_close_preferences (self);
  show_timeline (self, token);
  if (bc_open_crumbs_is_loaded (open))
    resume_newest (self);
  else if (g_signal_handlers_disconnect_by_func (open, resume_newest, self) == 0)
    g_signal_connect_object (open, "notify::loaded", G_CALLBACK (resume_newest), self, G_CONNECT_SWAPPED);
}

static void
show_crumb_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = bc_application_take_token (self);

  show_card (self, g_variant_get_string (parameter, NULL), token, 0);
}

static void
capture_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = bc_application_take_token (self);

  bc_application_capture (self, token, 0);
}

static void
hotkey_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = bc_application_take_token (self);

  bc_application_press_hotkey (self, token);
}

static void
open_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = bc_application_take_token (self);

  show_timeline (self, token);
}

static void
preferences_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  BcApplication *self = user_data;
  g_autofree char *token = bc_application_take_token (self);

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
pause_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  BcApplication *self = user_data;
  const char *span = g_variant_get_string (parameter, NULL);
  gint64 now_us = bc_clock_now_us (bc_application_get_clock (self));

  if (g_str_equal (span, "hour"))
    bc_application_pause (self, now_us + G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  else if (g_str_equal (span, "tomorrow"))
    bc_application_pause (self, get_tomorrow_us (now_us));
  else if (g_str_equal (span, "ever"))
    bc_application_pause (self, -1);
  else if (g_str_equal (span, "off"))
    bc_application_pause (self, 0);
}

static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

void
bc_application_add_actions (BcApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "capture", .activate = capture_activated },
    { .name = "hotkey", .activate = hotkey_activated },
    { .name = "open", .activate = open_activated },
    { .name = "show-crumb", .activate = show_crumb_activated, .parameter_type = "s" },
    { .name = "resume", .activate = answer_activated, .parameter_type = "s" },
    { .name = "resume-newest", .activate = resume_newest_activated },
    { .name = "later", .activate = answer_activated, .parameter_type = "s" },
    { .name = "let-go", .activate = answer_activated, .parameter_type = "s" },
    { .name = "pause", .activate = pause_activated, .parameter_type = "s" },
    { .name = "preferences", .activate = preferences_activated },
    { .name = "quit", .activate = quit_activated },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
