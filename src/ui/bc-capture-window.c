/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-capture-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-activation.h"
#include "bc-crumb-text.h"
#include "bc-error-text.h"
#include "bc-focus-watch.h"
#include "bc-line-entry.h"
#include "bc-open-list.h"
#include "bc-ui-resources.h"

struct _BcCaptureWindow {
  GtkWindow parent_instance;

  BcLineEntry *line;
  BcOpenList *open_list;
  GtkWidget *context_chip;
  GtkLabel *context_label;
  GtkWidget *context_button;
  GtkWidget *down_hint;
  GtkWidget *failure;
  GtkLabel *failure_label;

  BcFocusWatch *focus_watch;
  BcContext *context;
  char *saving;
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS
};

enum {
  SAVE,
  RESUME,
  DISMISSED,
  KEY_PRESSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCaptureWindow, bc_capture_window, GTK_TYPE_WINDOW)

static void
hide (BcCaptureWindow *self)
{
  if (self->focus_watch != NULL)
    bc_focus_watch_stop (self->focus_watch);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_failure (BcCaptureWindow *self,
              const GError    *error)
{
  g_autofree char *reason = bc_error_text (error);
  g_autofree char *text = NULL;

  /* Translators: %s is a whole sentence saying why */
  text = g_strdup_printf (_("Not saved. %s"), reason);
  gtk_label_set_text (self->failure_label, text);
  gtk_widget_set_visible (self->failure, TRUE);
}

static void
submit_cb (BcCaptureWindow *self,
           gboolean         verbatim)
{
  const char *text = bc_line_entry_get_text (self->line);
  g_autoptr (GError) error = NULL;

  if (self->saving != NULL)
    return;

  if (!bc_line_validate (text, -1, &error))
    {
      show_failure (self, error);
      return;
    }

  self->saving = g_strdup (text);
  g_signal_emit (self, signals[SAVE], 0, self->saving, verbatim);
}

static void
text_changed_cb (BcCaptureWindow *self)
{
  gtk_widget_set_visible (self->failure, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
chosen_cb (BcCaptureWindow *self,
           const char      *id)
{
  g_autofree char *chosen = g_strdup (id);

  /* The window that comes up now is let in more readily while this one has the focus. */
  g_signal_emit (self, signals[RESUME], 0, chosen);
  hide (self);
}

static void
list_left_cb (BcCaptureWindow *self)
{
  bc_line_entry_focus_end (self->line);
}

static gboolean
line_key_pressed_cb (BcCaptureWindow *self,
                     guint            keyval,
                     guint            keycode,
                     GdkModifierType  state)
{
  if (keyval == GDK_KEY_Tab && (state & gtk_accelerator_get_default_mod_mask ()) == 0 && self->context != NULL)
    return gtk_widget_grab_focus (self->context_button);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  bc_open_list_focus_first (self->open_list);

  return TRUE;
}

/* Whoever types while a row has the focus means the line. */
static gboolean
list_key_pressed_cb (BcCaptureWindow       *self,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     GtkEventControllerKey *controller)
{
  gunichar typed = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (typed == 0 || !g_unichar_isprint (typed) || typed == ' ')
    return FALSE;

  bc_line_entry_focus_end (self->line);

  return gtk_event_controller_key_forward (controller, bc_line_entry_get_target (self->line));
}

static void
set_context (BcCaptureWindow *self,
             BcContext       *context)
{
  g_autofree char *text = NULL;

  if (context != NULL)
    bc_context_ref (context);
  g_clear_pointer (&self->context, bc_context_unref);
  self->context = context;

  gtk_widget_set_visible (self->context_chip, context != NULL);
  if (context == NULL)
    return;

  text = bc_context_text (context);
  gtk_label_set_text (self->context_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->context_label), text);
}

static void
forget_context_cb (BcCaptureWindow *self)
{
  set_context (self, NULL);
  bc_line_entry_focus_end (self->line);
}

static void
copy_text_cb (BcCaptureWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          bc_line_entry_get_text (self->line));
  bc_line_entry_focus_end (self->line);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  bc_capture_window_dismiss (BC_CAPTURE_WINDOW (widget));
}

static gboolean
bc_capture_window_close_request (GtkWindow *window)
{
  bc_capture_window_dismiss (BC_CAPTURE_WINDOW (window));

  return TRUE;
}

static void
bc_capture_window_dispose (GObject *object)
{
  g_clear_object (&BC_CAPTURE_WINDOW (object)->focus_watch);

  G_OBJECT_CLASS (bc_capture_window_parent_class)->dispose (object);
}

static void
bc_capture_window_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DRAFT:
      g_value_set_string (value, bc_capture_window_get_draft (BC_CAPTURE_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_capture_window_finalize (GObject *object)
{
  BcCaptureWindow *self = BC_CAPTURE_WINDOW (object);

  g_clear_pointer (&self->context, bc_context_unref);
  g_free (self->saving);

  G_OBJECT_CLASS (bc_capture_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-capture-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, line);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, open_list);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, context_chip);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, context_label);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, context_button);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, down_hint);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, BcCaptureWindow, failure_label);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_context_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_text_cb);
}

static void
bc_capture_window_class_init (BcCaptureWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bc_capture_window_get_property;
  object_class->dispose = bc_capture_window_dispose;
  object_class->finalize = bc_capture_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bc_capture_window_close_request;

  properties[PROP_DRAFT] = g_param_spec_string ("draft", NULL, NULL, "",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVE] = g_signal_new ("save", BC_TYPE_CAPTURE_WINDOW, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[RESUME] = g_signal_new ("resume", BC_TYPE_CAPTURE_WINDOW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DISMISSED] = g_signal_new ("dismissed", BC_TYPE_CAPTURE_WINDOW, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[KEY_PRESSED] = g_signal_new ("key-pressed", BC_TYPE_CAPTURE_WINDOW, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bc_ui_get_resource ();
  g_type_ensure (BC_TYPE_LINE_ENTRY);
  g_type_ensure (BC_TYPE_OPEN_LIST);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "capture.dismiss", NULL, dismiss_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "capture.dismiss", NULL);
}

static gboolean
key_pressed_cb (BcCaptureWindow *self)
{
  g_signal_emit (self, signals[KEY_PRESSED], 0);

  return GDK_EVENT_PROPAGATE;
}

static void
watch_keys (BcCaptureWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
bc_capture_window_init (BcCaptureWindow *self)
{
  /* In a group of its own no open dialog takes the keys from it. */
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_window_group_add_window (group, GTK_WINDOW (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_keys (self);

  self->focus_watch = bc_focus_watch_new (GTK_WINDOW (self));
  g_signal_connect_object (self->focus_watch, "lost",
                           G_CALLBACK (bc_capture_window_dismiss), self, G_CONNECT_SWAPPED);
}

BcCaptureWindow *
bc_capture_window_new (BcOpenCrumbs *open,
                       BcWords      *words)
{
  BcCaptureWindow *self = g_object_new (BC_TYPE_CAPTURE_WINDOW, NULL);

  bc_line_entry_set_words (self->line, words);
  bc_open_list_set_model (self->open_list, open);
  g_object_bind_property (self->open_list, "visible", self->down_hint, "visible",
                          G_BINDING_SYNC_CREATE);

  return self;
}

void
bc_capture_window_open (BcCaptureWindow *self,
                        BcContext       *context,
                        const char      *token,
                        guint32          time)
{
  bc_open_list_update_ages (self->open_list, g_get_real_time ());
  set_context (self, context);
  bc_line_entry_focus_end (self->line);

  bc_focus_watch_start (self->focus_watch);
  bc_activation_present (GTK_WINDOW (self), token, time);
}

void
bc_capture_window_dismiss (BcCaptureWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  hide (self);
  g_signal_emit (self, signals[DISMISSED], 0);
}

BcContext *
bc_capture_window_get_context (BcCaptureWindow *self)
{
  return self->context;
}

const char *
bc_capture_window_get_draft (BcCaptureWindow *self)
{
  return bc_line_entry_get_text (self->line);
}

void
bc_capture_window_set_draft (BcCaptureWindow *self,
                             const char      *draft)
{
  if (*bc_capture_window_get_draft (self) != '\0')
    return;

  bc_line_entry_set_text (self->line, draft);
  bc_line_entry_focus_end (self->line);
}

void
bc_capture_window_saved (BcCaptureWindow *self)
{
  const char *text = bc_capture_window_get_draft (self);
  g_autofree char *saved = g_steal_pointer (&self->saving);
  g_autofree char *rest = NULL;

  if (saved == NULL)
    return;

  /* What was typed after Enter has not been saved: it is the next draft. */
  rest = g_strdup (g_str_has_prefix (text, saved) ? text + strlen (saved) : text);
  bc_line_entry_set_text (self->line, rest);
  hide (self);
}

void
bc_capture_window_failed (BcCaptureWindow *self,
                          const GError    *error)
{
  g_clear_pointer (&self->saving, g_free);
  show_failure (self, error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    bc_capture_window_open (self, self->context, NULL, 0);
}
