/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-edit-window.h"

#include "bc-error-text.h"
#include "bc-line-entry.h"

struct _BcEditWindow {
  AdwWindow parent_instance;

  BcLineEntry *line;
  GtkCheckButton *verbatim;
  GtkLabel *failure;
  BcStore *store;
  char *id;
  gboolean saving;
};

enum {
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcEditWindow, bc_edit_window, ADW_TYPE_WINDOW)

static void
show_failure (BcEditWindow *self,
              const GError *error)
{
  g_autofree char *text = bc_error_text (error);

  gtk_label_set_text (self->failure, text);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (BcEditWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *event_id = NULL;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, &event_id, &error);

  self->saving = FALSE;
  if (crumb == NULL)
    {
      show_failure (self, error);
      return;
    }

  g_signal_emit (self, signals[EDITED], 0, event_id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
submit (BcEditWindow *self,
        gboolean      verbatim)
{
  const char *text = bc_line_entry_get_text (self->line);
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = NULL;

  if (self->saving)
    return;

  if (!bc_line_validate (text, -1, &error))
    {
      show_failure (self, error);
      return;
    }

  self->saving = TRUE;
  line = verbatim ? bc_line_new_verbatim (text) : bc_line_parse (text);
  bc_store_edit_async (self->store, self->id, line, NULL, edited_cb, g_object_ref (self));
}

static void
submit_cb (BcEditWindow *self,
           gboolean      verbatim)
{
  submit (self, verbatim);
}

static void
save_cb (BcEditWindow *self)
{
  submit (self, gtk_check_button_get_active (self->verbatim));
}

static void
verbatim_toggled_cb (BcEditWindow *self)
{
  bc_line_entry_set_verbatim (self->line, gtk_check_button_get_active (self->verbatim));
}

static void
text_changed_cb (BcEditWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
}

static void
bc_edit_window_finalize (GObject *object)
{
  BcEditWindow *self = BC_EDIT_WINDOW (object);

  g_clear_object (&self->store);
  g_free (self->id);

  G_OBJECT_CLASS (bc_edit_window_parent_class)->finalize (object);
}

static void
bc_edit_window_class_init (BcEditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_edit_window_finalize;

  signals[EDITED] = g_signal_new ("edited", BC_TYPE_EDIT_WINDOW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BC_TYPE_LINE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-edit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BcEditWindow, line);
  gtk_widget_class_bind_template_child (widget_class, BcEditWindow, verbatim);
  gtk_widget_class_bind_template_child (widget_class, BcEditWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, verbatim_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bc_edit_window_init (BcEditWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BcEditWindow *
bc_edit_window_new (GtkWindow *parent,
                    BcStore   *store,
                    BcWords   *words,
                    BcCrumb   *crumb)
{
  BcEditWindow *self = g_object_new (BC_TYPE_EDIT_WINDOW, "transient-for", parent, NULL);
  BcLine *line = bc_crumb_get_line (crumb);

  self->store = g_object_ref (store);
  self->id = g_strdup (bc_crumb_get_id (crumb));
  bc_line_entry_set_text (self->line, bc_line_get_text (line));
  bc_line_entry_set_words (self->line, words);
  gtk_check_button_set_active (self->verbatim, bc_line_is_verbatim (line));
  bc_line_entry_focus_end (self->line);

  return self;
}
