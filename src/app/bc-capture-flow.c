/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-capture-flow.h"

#include "bc-x11-hints.h"

struct _BcCaptureFlow {
  GObject parent_instance;

  BcStore *store;
  BcSettings *settings;
  BcFocus *focus;
  BcCaptureWindow *window;
  BcContext *former;
  gboolean saving_draft;
  gboolean draft_changed;
  guint dismiss_id;
};

enum {
  RESUME,
  KEY_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCaptureFlow, bc_capture_flow, G_TYPE_OBJECT)

static void
bc_capture_flow_dispose (GObject *object)
{
  BcCaptureFlow *self = BC_CAPTURE_FLOW (object);

  g_clear_handle_id (&self->dismiss_id, g_source_remove);
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->former, bc_context_unref);

  G_OBJECT_CLASS (bc_capture_flow_parent_class)->dispose (object);
}

static void
bc_capture_flow_class_init (BcCaptureFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_capture_flow_dispose;

  signals[RESUME] = g_signal_new ("resume", BC_TYPE_CAPTURE_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[KEY_PRESSED] = g_signal_new ("key-pressed", BC_TYPE_CAPTURE_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
bc_capture_flow_init (BcCaptureFlow *self)
{
}

static void save_draft (BcCaptureFlow *self);

static void
draft_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (BcCaptureFlow) self = BC_CAPTURE_FLOW (user_data);

  /* A draft that cannot be kept is told when the line cannot be saved either. */
  bc_store_save_draft_finish (BC_STORE (source), result, NULL);
  self->saving_draft = FALSE;
  if (self->draft_changed && self->store != NULL)
    save_draft (self);
}

/* One write at a time, always of the newest text: keys may come faster than the disk. */
static void
save_draft (BcCaptureFlow *self)
{
  self->draft_changed = self->saving_draft;
  if (self->saving_draft)
    return;

  self->saving_draft = TRUE;
  bc_store_save_draft_async (self->store, bc_capture_window_get_draft (self->window),
                             NULL, draft_saved_cb, g_object_ref (self));
}

static void
draft_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (BcCaptureFlow) self = BC_CAPTURE_FLOW (user_data);
  g_autofree char *draft = bc_store_load_draft_finish (BC_STORE (source), result, NULL);

  if (draft != NULL && *draft != '\0' && self->window != NULL)
    bc_capture_window_set_draft (self->window, draft);
}

static void
give_focus_back (BcCaptureFlow *self)
{
  if (self->former != NULL)
    bc_focus_restore (self->focus, self->former, 0);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (BcCaptureFlow) self = BC_CAPTURE_FLOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, NULL, &error);

  if (self->window == NULL)
    return;

  if (crumb == NULL)
    {
      bc_capture_window_failed (self->window, error);
      return;
    }

  bc_capture_window_saved (self->window);
  give_focus_back (self);
}

static void
save_cb (BcCaptureWindow *window,
         const char      *text,
         gboolean         verbatim,
         BcCaptureFlow   *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = NULL;

  if (!bc_line_validate (text, -1, &error))
    {
      bc_capture_window_failed (window, error);
      return;
    }

  line = verbatim ? bc_line_new_verbatim (text) : bc_line_parse (text);
  bc_store_add_async (self->store, line, bc_capture_window_get_context (window),
                      NULL, added_cb, g_object_ref (self));
}

static void
resume_cb (BcCaptureWindow *window,
           const char      *id,
           BcCaptureFlow   *self)
{
  g_signal_emit (self, signals[RESUME], 0, id);
}

static void
key_pressed_cb (BcCaptureFlow *self)
{
  g_signal_emit (self, signals[KEY_PRESSED], 0);
}

BcCaptureFlow *
bc_capture_flow_new (GtkApplication *application,
                     BcStore        *store,
                     BcSettings     *settings,
                     BcFocus        *focus,
                     BcOpenCrumbs   *open,
                     BcWords        *words)
{
  BcCaptureFlow *self = g_object_new (BC_TYPE_CAPTURE_FLOW, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->focus = g_object_ref (focus);
  self->window = bc_capture_window_new (open, words);
  gtk_window_set_application (GTK_WINDOW (self->window), application);
  bc_x11_hints_set_dialog (GTK_WINDOW (self->window));

  g_signal_connect_object (self->window, "save", G_CALLBACK (save_cb), self, 0);
  g_signal_connect_object (self->window, "resume", G_CALLBACK (resume_cb), self, 0);
  g_signal_connect_object (self->window, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "notify::draft", G_CALLBACK (save_draft), self, G_CONNECT_SWAPPED);
  bc_store_load_draft_async (store, NULL, draft_loaded_cb, g_object_ref (self));

  return self;
}

static void
open_window (BcCaptureFlow *self,
             const char    *token,
             guint32        time)
{
  g_autoptr (BcContext) context = bc_focus_read (self->focus);

  g_clear_pointer (&self->former, bc_context_unref);
  self->former = g_steal_pointer (&context);

  bc_capture_window_open (self->window,
                          bc_settings_get_capture_context (self->settings) ? self->former : NULL,
                          token, time);
}

static gboolean
dismiss_cb (gpointer user_data)
{
  BcCaptureFlow *self = user_data;

  self->dismiss_id = 0;
  bc_capture_window_dismiss (self->window);
  give_focus_back (self);

  return G_SOURCE_REMOVE;
}

void
bc_capture_flow_toggle (BcCaptureFlow *self,
                        const char    *token,
                        guint32        time)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->window)))
    open_window (self, token, time);
  else if (self->dismiss_id == 0)
    /* The hotkey does not come by the toolkit's connection, and may overtake the last letters typed. */
    self->dismiss_id = g_idle_add (dismiss_cb, self);
}
