/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-return-test-row.h"

#include <glib/gi18n-lib.h>

struct _BcReturnTestRow {
  AdwActionRow parent_instance;

  GtkButton *button;
  GtkWidget *received;
  GtkSpinner *spinner;

  BcReturnTestStage stage;
};

enum {
  START,
  STOP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcReturnTestRow, bc_return_test_row, ADW_TYPE_ACTION_ROW)

static gboolean
is_running (BcReturnTestStage stage)
{
  return stage == BC_RETURN_TEST_HANDS_OFF || stage == BC_RETURN_TEST_MOVE ||
         stage == BC_RETURN_TEST_SHOWING || stage == BC_RETURN_TEST_NO_RETURN;
}

static gboolean
has_passed (BcReturnTestStage stage)
{
  return stage == BC_RETURN_TEST_SHOWN || stage == BC_RETURN_TEST_CLICKED;
}

static gboolean
has_failed (BcReturnTestStage stage)
{
  return stage == BC_RETURN_TEST_NO_IDLE || stage == BC_RETURN_TEST_NO_RETURN ||
         stage == BC_RETURN_TEST_NO_NOTIFICATION;
}

static char *
with_source (const BcReturnTestReport *report,
             const char               *sentence)
{
  return report->source != NULL ? g_strjoin (" ", report->source, sentence, NULL) : g_strdup (sentence);
}

static char *
describe_shown (const BcReturnTestReport *report)
{
  g_autofree char *sentence =
    g_strdup_printf (ngettext ("You were idle for %u second, and the notification was shown. Click it to test that too.",
                               "You were idle for %u seconds, and the notification was shown. Click it to test that too.",
                               report->idle_s), report->idle_s);

  return with_source (report, sentence);
}

static char *
describe_clicked (const BcReturnTestReport *report)
{
  g_autofree char *sentence =
    g_strdup_printf (ngettext ("You were idle for %u second, and the notification was shown and clicked.",
                               "You were idle for %u seconds, and the notification was shown and clicked.",
                               report->idle_s), report->idle_s);

  return with_source (report, sentence);
}

static char *
describe_missing_notification (const BcReturnTestReport *report)
{
  return g_strjoin (" ", _("Your return was noticed, but the notification was not shown."), report->problem, NULL);
}

static char *
describe (const BcReturnTestReport *report)
{
  switch (report->stage)
    {
    case BC_RETURN_TEST_HANDS_OFF:
      return g_strdup_printf (ngettext ("Take your hands off for %u second, then move the mouse",
                                        "Take your hands off for %u seconds, then move the mouse",
                                        BC_RETURN_TEST_IDLE_S), BC_RETURN_TEST_IDLE_S);
    case BC_RETURN_TEST_MOVE:
      return g_strdup (_("You count as idle. Now move the mouse"));
    case BC_RETURN_TEST_SHOWING:
      return g_strdup (_("You are back. A notification is on its way"));
    case BC_RETURN_TEST_SHOWN:
      return describe_shown (report);
    case BC_RETURN_TEST_CLICKED:
      return describe_clicked (report);
    case BC_RETURN_TEST_NO_IDLE:
      return g_strdup (report->problem != NULL
                         ? report->problem
                         : _("No idle time was reported. Touch nothing, and stop any film: watching counts as being there."));
    case BC_RETURN_TEST_NO_RETURN:
      return g_strdup (_("You count as idle, and no input was reported since. If you moved the mouse, reminders come only after you unlock the screen."));
    case BC_RETURN_TEST_NO_NOTIFICATION:
      return describe_missing_notification (report);
    case BC_RETURN_TEST_RESTING:
    default:
      return g_strdup (report->source != NULL ? report->source : "");
    }
}

static void
set_css_class (BcReturnTestRow *self,
               const char      *css_class,
               gboolean         wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

void
bc_return_test_row_show (BcReturnTestRow          *self,
                         const BcReturnTestReport *report)
{
  g_autofree char *text = describe (report);
  gboolean running = is_running (report->stage);

  self->stage = report->stage;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  set_css_class (self, "warning", has_failed (report->stage));
  gtk_widget_set_visible (self->received, has_passed (report->stage));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), running);
  gtk_spinner_set_spinning (self->spinner, running);
  gtk_button_set_label (self->button, running ? _("_Stop") : _("_Test"));
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

static void
clicked_cb (BcReturnTestRow *self)
{
  g_signal_emit (self, signals[is_running (self->stage) ? STOP : START], 0);
}

static void
bc_return_test_row_class_init (BcReturnTestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[START] = g_signal_new ("start", BC_TYPE_RETURN_TEST_ROW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP] = g_signal_new ("stop", BC_TYPE_RETURN_TEST_ROW, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-return-test-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BcReturnTestRow, button);
  gtk_widget_class_bind_template_child (widget_class, BcReturnTestRow, received);
  gtk_widget_class_bind_template_child (widget_class, BcReturnTestRow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
bc_return_test_row_init (BcReturnTestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
