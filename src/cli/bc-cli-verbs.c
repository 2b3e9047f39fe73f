/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-verbs.h"

#include <glib/gi18n-lib.h>

static const BcCliVerbInfo verbs[] = {
  { "add", BC_CLI_ADD, BC_CLI_TAKES_JSON | BC_CLI_TAKES_LINE, 0, G_MAXUINT,
    N_("[LINE… | -]"), N_("leave a breadcrumb; “-” reads it from standard input, no line leaves a mark") },
  { "last", BC_CLI_LAST, BC_CLI_TAKES_JSON | BC_CLI_TAKES_FILTER, 0, 0,
    NULL, N_("show the newest breadcrumb") },
  { "list", BC_CLI_LIST, BC_CLI_TAKES_JSON | BC_CLI_TAKES_FILTER | BC_CLI_TAKES_LIMIT, 0, 0,
    NULL, N_("list breadcrumbs, newest first") },
  { "show", BC_CLI_SHOW, BC_CLI_TAKES_JSON, 1, 1,
    N_("ID"), N_("show one breadcrumb") },
  { "resume", BC_CLI_RESUME, BC_CLI_TAKES_JSON, 0, 1,
    N_("[ID]"), N_("resume a breadcrumb, or the newest open one") },
  { "later", BC_CLI_LATER, BC_CLI_TAKES_JSON, 0, 1,
    N_("[ID]"), N_("leave a breadcrumb for later") },
  { "let-go", BC_CLI_LET_GO, BC_CLI_TAKES_JSON, 0, 1,
    N_("[ID]"), N_("let a breadcrumb go") },
  { "undo", BC_CLI_UNDO, BC_CLI_TAKES_JSON, 0, 0,
    NULL, N_("undo the newest act") },
  { "capture", BC_CLI_CAPTURE, BC_CLI_TAKES_HOTKEY, 0, 0,
    NULL, N_("open the capture window") },
  { "status", BC_CLI_STATUS, BC_CLI_TAKES_JSON, 0, 0,
    NULL, N_("say what works here, and what does not") },
  { "export", BC_CLI_EXPORT, BC_CLI_TAKES_FORMAT, 0, 1,
    N_("[FILE]"), N_("write all breadcrumbs to a file, or to standard output") },
  { "import", BC_CLI_IMPORT, BC_CLI_TAKES_STRICT, 1, 1,
    N_("FILE | -"), N_("take in what “export” has written") },
  { "help", BC_CLI_HELP, 0, 0, 1,
    N_("[VERB]"), N_("explain a verb") },
};

const BcCliVerbInfo *
bc_cli_verbs_find (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].word, word))
      return &verbs[i];

  return NULL;
}

static void
append_row (GString    *help,
            const char *left,
            const char *right)
{
  int padding = MAX (0, 18 - (int) g_utf8_strlen (left, -1));

  g_string_append_printf (help, "  %s%*s %s\n", left, padding, "", right);
}

char *
bc_cli_verbs_format_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n\n", _("Usage: breadcrumbs [VERB] [OPTION…]"));
  g_string_append_printf (help, "%s\n\n",
                          _("Keeps your place when work is interrupted. Without a verb it opens the window."));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *left = g_strdup_printf ("%s %s", verbs[i].word, verbs[i].words ? _(verbs[i].words) : "");

      append_row (help, left, _(verbs[i].summary));
    }

  g_string_append_c (help, '\n');
  append_row (help, "--background", _("be there without a window, as at login"));
  append_row (help, "--capture", _("the same as “capture”"));
  append_row (help, "--resume", _("resume the newest open breadcrumb in the window"));
  append_row (help, "--preferences", _("open Preferences"));
  append_row (help, "--version", _("print the version"));
  append_row (help, "--help", _("print this text"));
  g_string_append_printf (help, "\n%s\n", _("“breadcrumbs help VERB” lists a verb’s options."));

  return g_string_free (g_steal_pointer (&help), FALSE);
}
