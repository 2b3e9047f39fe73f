/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <gtk/gtk.h>

#include "bc-age.h"
#include "bc-crumb-text.h"
#include "bc-error-text.h"
#include "bc-journal.h"
#include "bc-openables.h"
#include "bc-service-status.h"
#include "bc-shortcut-window.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* 2026-01-07 12:00 UTC, a Wednesday. */
#define NOON (G_GINT64_CONSTANT (1767787200) * SECOND)

static void
test_ages (void)
{
  static const struct {
    gint64 ago_us;
    const char *text;
    const char *sentence;
  } cases[] = {
    { -HOUR, "now", "Just now" },
    { 0, "now", "Just now" },
    { 59 * SECOND, "now", "Just now" },
    { MINUTE, "1 min", "1 minute ago" },
    { 23 * MINUTE, "23 min", "23 minutes ago" },
    { 59 * MINUTE + 59 * SECOND, "59 min", "59 minutes ago" },
    { HOUR, "1 h", "1 hour ago" },
    { 23 * HOUR + 59 * MINUTE, "23 h", "23 hours ago" },
    { DAY, "1 day", "1 day ago" },
    { 3 * DAY, "3 days", "3 days ago" },
    { 13 * DAY, "13 days", "13 days ago" },
    { 14 * DAY, "2 weeks", "2 weeks ago" },
    { 400 * DAY, "57 weeks", "57 weeks ago" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bc_age_text (NOON - cases[i].ago_us, NOON);
      g_autofree char *sentence = bc_age_sentence (NOON - cases[i].ago_us, NOON);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_durations (void)
{
  static const struct {
    gint64 us;
    const char *text;
  } cases[] = {
    { -SECOND, "0 s" },
    { 59 * SECOND, "59 s" },
    { MINUTE, "1 min" },
    { 59 * MINUTE + 59 * SECOND, "59 min" },
    { HOUR, "1 h" },
    { HOUR + 20 * MINUTE, "1 h 20 min" },
    { 2 * DAY - MINUTE, "47 h 59 min" },
    { 2 * DAY, "2 days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bc_duration_text (cases[i].us);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_days (void)
{
  static const struct {
    gint64 ago_us;
    const char *text;
  } cases[] = {
    { -11 * HOUR, "Today" },
    { 12 * HOUR, "Today" },
    { 12 * HOUR + SECOND, "Yesterday" },
    { 36 * HOUR, "Yesterday" },
    { 36 * HOUR + SECOND, "Monday" },
    { 6 * DAY, "Thursday" },
    { 7 * DAY, "31 December 2025" },
    { -12 * HOUR, "Thursday, 8 January" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bc_day_text (NOON - cases[i].ago_us, NOON);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_same_day (void)
{
  g_autofree char *time = bc_time_text (NOON + 7 * MINUTE);

  g_assert_true (bc_same_day (NOON, NOON + 12 * HOUR - 1));
  g_assert_false (bc_same_day (NOON, NOON + 12 * HOUR));
  g_assert_cmpstr (time, ==, "12:07");
}

static void
assert_sentences (GQuark domain,
                  int    last)
{
  for (int code = 0; code <= last; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (domain, code, "for programmers");
      g_autofree char *text = bc_error_text (error);

      g_assert_cmpstr (text, !=, "Something went wrong.");
      g_assert_true (g_str_has_suffix (text, "."));
    }
}

static void
test_errors (void)
{
  g_autoptr (GError) foreign = g_error_new_literal (G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "for programmers");
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "for programmers");
  g_autofree char *foreign_text = bc_error_text (foreign);
  g_autofree char *full_text = bc_error_text (full);

  assert_sentences (BC_STORE_ERROR, BC_STORE_ERROR_STATE);
  assert_sentences (BC_LINE_ERROR, BC_LINE_ERROR_TOO_LONG);
  assert_sentences (BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED);
  g_assert_cmpstr (foreign_text, ==, "Something went wrong.");
  g_assert_cmpstr (full_text, ==, "There is no room left on the disk.");
}

static void
test_labels (void)
{
  for (BcKind kind = BC_KIND_NONE + 1; kind <= BC_KIND_LAST; kind++)
    g_assert_cmpstr (bc_kind_label (kind), !=, "");

  for (BcCrumbState state = BC_CRUMB_OPEN; state <= BC_CRUMB_TAKEN; state++)
    {
      g_assert_nonnull (bc_crumb_state_label (state));
      g_assert_nonnull (bc_crumb_state_icon (state));
    }

  g_assert_cmpstr (bc_kind_label (BC_KIND_NONE), ==, "");
}

static void
test_context (void)
{
  BcContextFields window = { .application = "Firefox", .title = "Inbox" };
  BcContextFields shell = { .directory = "/src/shop", .repository = "shop", .branch = "main" };
  g_autoptr (BcContext) from_window = bc_context_new (&window);
  g_autoptr (BcContext) from_shell = bc_context_new (&shell);
  g_autofree char *window_text = bc_context_text (from_window);
  g_autofree char *shell_text = bc_context_text (from_shell);

  g_assert_cmpstr (window_text, ==, "From \u2068Firefox\u2069: \u2068Inbox\u2069");
  g_assert_cmpstr (shell_text, ==, "From \u2068shop\u2069, branch \u2068main\u2069");
}

static BcCrumb *
new_crumb (const char *text,
           const char *directory)
{
  g_autoptr (BcLine) line = bc_line_parse (text);
  BcContextFields context_fields = { .directory = directory };
  g_autoptr (BcContext) context = bc_context_new (&context_fields);
  BcCrumbFields fields = {
    .id = "01900000-0000-7000-8000-000000000000",
    .created_us = NOON,
    .line = line,
    .kind = bc_line_get_kind (line),
    .context = context,
  };

  return bc_crumb_new (&fields);
}

static void
test_spoken (void)
{
  g_autoptr (BcCrumb) crumb = new_crumb ("test red > bisect #billing @ana !bug", NULL);
  g_autofree char *text = bc_crumb_spoken_text (crumb);

  g_assert_cmpstr (text, ==, "12:00, Open: bisect, test red, #billing, @ana, Bug");
}

static void
test_openables (void)
{
  g_autoptr (BcCrumb) crumb = new_crumb ("see (https://a.example/x#frag), /etc/hosts. and https://a.example/x#frag > "
                                         "a/b // / http:// ~/notes.txt", "/src/shop");
  g_autoptr (GPtrArray) found = bc_openables_find (crumb);
  const char *labels[] = { "https://a.example/x#frag", "/etc/hosts", "~/notes.txt", "/src/shop" };

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < found->len; i++)
    {
      BcOpenable *openable = g_ptr_array_index (found, i);

      g_assert_cmpstr (openable->label, ==, labels[i]);
      g_assert_cmpint (openable->is_local, ==, i > 0);
      g_assert_cmpint (openable->is_folder, ==, i == 3);
    }
}

static void
test_accelerators (void)
{
  static const struct {
    guint keyval;
    GdkModifierType state;
    const char *accelerator;
  } cases[] = {
    { GDK_KEY_B, GDK_SUPER_MASK | GDK_SHIFT_MASK, "<Shift><Super>b" },
    { GDK_KEY_b, GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_LOCK_MASK, "<Control><Alt>b" },
    { GDK_KEY_F9, 0, "F9" },
    { GDK_KEY_b, 0, NULL },
    { GDK_KEY_b, GDK_SHIFT_MASK, NULL },
    { GDK_KEY_Shift_L, GDK_CONTROL_MASK, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *accelerator = bc_shortcut_accelerator (cases[i].keyval, cases[i].state);

      g_assert_cmpstr (accelerator, ==, cases[i].accelerator);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/age/boundaries", test_ages);
  g_test_add_func ("/ui/age/durations", test_durations);
  g_test_add_func ("/ui/age/days-by-the-calendar", test_days);
  g_test_add_func ("/ui/age/same-day", test_same_day);
  g_test_add_func ("/ui/errors/each-has-a-sentence", test_errors);
  g_test_add_func ("/ui/labels/none-is-missing", test_labels);
  g_test_add_func ("/ui/context/text", test_context);
  g_test_add_func ("/ui/crumb/spoken", test_spoken);
  g_test_add_func ("/ui/openables/found", test_openables);
  g_test_add_func ("/ui/shortcut/good-global-keys-only", test_accelerators);

  return g_test_run ();
}
