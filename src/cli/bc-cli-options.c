/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-cli-error.h"
#include "bc-cli-verbs.h"
#include "bc-cli-when.h"

/* What GOption fills; its text is any bytes until it has been checked. */
typedef struct {
  gboolean help;
  gboolean json;
  gboolean hotkey;
  gboolean verbatim;
  gboolean dry_run;
  gboolean strict;
  char *next;
  char *format;
  char *limit;
  char *since;
  char *until;
  char *state;
  char *topic;
  char *person;
  char *kind;
  char *search;
  char **words;
} Raw;

static void
raw_clear (Raw *raw)
{
  g_free (raw->next);
  g_free (raw->format);
  g_free (raw->limit);
  g_free (raw->since);
  g_free (raw->until);
  g_free (raw->state);
  g_free (raw->topic);
  g_free (raw->person);
  g_free (raw->kind);
  g_free (raw->search);
  g_strfreev (raw->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raw, raw_clear)

static gboolean G_GNUC_PRINTF (2, 3)
fail (GError     **error,
      const char  *format,
      ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (BC_CLI_ERROR, BC_CLI_ERROR_USAGE, format, args);
  va_end (args);

  return FALSE;
}

static void
add_entries (GOptionContext      *context,
             const BcCliVerbInfo *info,
             Raw                 *raw)
{
  const GOptionEntry json[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &raw->json, _("Print JSON, one object a line"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry line[] = {
    { "verbatim", 0, 0, G_OPTION_ARG_NONE, &raw->verbatim, _("Keep the line as it is, read nothing in it"), NULL },
    { "next", 0, 0, G_OPTION_ARG_FILENAME, &raw->next, _("The next step"), _("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &raw->dry_run, _("Print what the line says, save nothing"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry filter[] = {
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &raw->since, _("Not before: 2026-11-23, 14:30, today, yesterday, 2h, 3d"), _("WHEN") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &raw->until, _("Not after; a day named is included"), _("WHEN") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &raw->state, _("Only those that are open, trail, resumed, let-go, parked, answered, dropped, routed or taken"), _("STATE") },
    { "topic", 0, 0, G_OPTION_ARG_FILENAME, &raw->topic, _("Only those about this #topic"), _("TOPIC") },
    { "person", 0, 0, G_OPTION_ARG_FILENAME, &raw->person, _("Only those with this @person"), _("PERSON") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &raw->kind, _("Only those of this !kind"), _("KIND") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &raw->search, _("Only those with all these words"), _("WORDS") },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry limit[] = {
    { "limit", 0, 0, G_OPTION_ARG_FILENAME, &raw->limit, _("No more than so many"), _("N") },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry hotkey[] = {
    { "hotkey", 0, 0, G_OPTION_ARG_NONE, &raw->hotkey, _("Say that a key of the desktop runs this"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry format[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &raw->format, _("jsonl, csv or markdown; else as FILE’s name ends, or jsonl"), _("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry strict[] = {
    { "strict", 0, 0, G_OPTION_ARG_NONE, &raw->strict, _("Import nothing if any line is no record"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &raw->dry_run, _("Say what would be imported, save nothing"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry all[] = {
    { "help", 'h', G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &raw->help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->words, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (info->takes & BC_CLI_TAKES_LINE)
    g_option_context_add_main_entries (context, line, NULL);
  if (info->takes & BC_CLI_TAKES_FILTER)
    g_option_context_add_main_entries (context, filter, NULL);
  if (info->takes & BC_CLI_TAKES_LIMIT)
    g_option_context_add_main_entries (context, limit, NULL);
  if (info->takes & BC_CLI_TAKES_HOTKEY)
    g_option_context_add_main_entries (context, hotkey, NULL);
  if (info->takes & BC_CLI_TAKES_FORMAT)
    g_option_context_add_main_entries (context, format, NULL);
  if (info->takes & BC_CLI_TAKES_STRICT)
    g_option_context_add_main_entries (context, strict, NULL);
  if (info->takes & BC_CLI_TAKES_JSON)
    g_option_context_add_main_entries (context, json, NULL);
  g_option_context_add_main_entries (context, all, NULL);
}

static GOptionContext *
make_context (const BcCliVerbInfo *info,
              Raw                 *raw)
{
  g_autofree char *summary = NULL;
  GOptionContext *context = g_option_context_new (NULL);

  summary = g_strdup_printf ("breadcrumbs %s: %s", info->word, _(info->summary));
  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);
  add_entries (context, info, raw);

  return context;
}

static gboolean
take_text (char       **field,
           char       **text,
           const char  *option,
           char         sign,
           GError     **error)
{
  const char *start = *text;

  if (start == NULL)
    return TRUE;
  if (!g_utf8_validate (start, -1, NULL))
    return fail (error, _("What follows --%s is not valid UTF-8 text"), option);
  if (sign != '\0' && *start == sign)
    start++;
  if (*start == '\0')
    return fail (error, _("Nothing follows --%s"), option);

  *field = g_strdup (start);

  return TRUE;
}

static gboolean
take_time (gint64         *field,
           const char     *text,
           const char     *option,
           GDateTime      *now,
           BcCliWhenEdge   edge,
           GError        **error)
{
  if (text == NULL || bc_cli_when_parse (text, now, edge, field))
    return TRUE;

  return fail (error, _("--%s does not know the time “%s”"), option, text);
}

static gboolean
take_state (BcQuery     *query,
            const char  *text,
            GError     **error)
{
  if (text == NULL)
    return TRUE;

  query->has_state = bc_crumb_state_from_string (text, &query->state);

  return query->has_state || fail (error, _("There is no state “%s”"), text);
}

static gboolean
take_kind (BcQuery     *query,
           const char  *text,
           GError     **error)
{
  if (text == NULL)
    return TRUE;

  query->kind = bc_kind_from_string (*text == '!' ? text + 1 : text);

  return query->kind != BC_KIND_NONE || fail (error, _("There is no kind “%s”"), text);
}

static gboolean
take_limit (BcQuery     *query,
            const char  *text,
            GError     **error)
{
  guint64 limit;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &limit, NULL))
    return fail (error, _("--limit wants a number from 1 on, not “%s”"), text);

  query->limit = (guint) limit;

  return TRUE;
}

static gboolean
take_format (BcCliOptions  *self,
             const char    *text,
             GError       **error)
{
  if (text == NULL)
    return TRUE;

  self->has_format = bc_export_format_from_string (text, &self->format);

  return self->has_format || fail (error, _("There is no format “%s”"), text);
}

static gboolean
take_query (BcCliOptions  *self,
            Raw           *raw,
            GDateTime     *now,
            GError       **error)
{
  if (!take_text (&self->search, &raw->search, "search", '\0', error) ||
      !take_text (&self->topic, &raw->topic, "topic", '#', error) ||
      !take_text (&self->person, &raw->person, "person", '@', error) ||
      !take_time (&self->query.since_us, raw->since, "since", now, BC_CLI_WHEN_SINCE, error) ||
      !take_time (&self->query.until_us, raw->until, "until", now, BC_CLI_WHEN_UNTIL, error) ||
      !take_state (&self->query, raw->state, error) ||
      !take_kind (&self->query, raw->kind, error) ||
      !take_limit (&self->query, raw->limit, error))
    return FALSE;

  self->query.search = self->search;
  self->query.topic = self->topic;
  self->query.person = self->person;

  return TRUE;
}

static gboolean
take_words (BcCliOptions         *self,
            const BcCliVerbInfo  *info,
            Raw                  *raw,
            GError              **error)
{
  guint count = raw->words != NULL ? g_strv_length (raw->words) : 0;

  if (count < info->min_words)
    return fail (error, _("“%s” needs %s"), info->word, _(info->words));
  if (count > info->max_words)
    return fail (error, _("“%s” is too much for “%s”"), raw->words[info->max_words], info->word);
  if (raw->verbatim && raw->next != NULL)
    return fail (error, _("--verbatim reads no next step, so --next cannot go with it"));

  self->words = g_steal_pointer (&raw->words);
  self->next = g_steal_pointer (&raw->next);
  self->verbatim = raw->verbatim;
  self->dry_run = raw->dry_run;
  self->json = raw->json;
  self->hotkey = raw->hotkey;
  self->strict = raw->strict;

  return TRUE;
}

/* GOption knows nothing of verbs, so its own first lines would put them in the wrong place. */
static char *
format_verb_help (const BcCliVerbInfo *info,
                  GOptionContext      *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  const char *rest = strstr (help, "\n\n");
  g_autofree char *usage = g_strdup_printf (_("Usage: breadcrumbs %s [OPTION…] %s"),
                                            info->word, info->words ? _(info->words) : "");

  return g_strconcat (g_strchomp (usage), rest != NULL ? rest : "\n", NULL);
}

static void
set_help (BcCliOptions *self,
          char         *help)
{
  self->verb = BC_CLI_HELP;
  self->help = help;
}

static gboolean
take_help (BcCliOptions  *self,
           GError       **error)
{
  g_auto (Raw) raw = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  const BcCliVerbInfo *about;

  if (self->words == NULL)
    {
      set_help (self, bc_cli_verbs_format_help ());
      return TRUE;
    }

  about = bc_cli_verbs_find (self->words[0]);
  if (about == NULL)
    return fail (error, _("There is no verb “%s”"), self->words[0]);

  context = make_context (about, &raw);
  set_help (self, format_verb_help (about, context));

  return TRUE;
}

static gboolean
parse_verb (BcCliOptions        *self,
            const char * const  *args,
            GDateTime           *now,
            GError             **error)
{
  const BcCliVerbInfo *info = bc_cli_verbs_find (args[1]);
  g_auto (Raw) raw = { 0 };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) local = NULL;

  if (info == NULL)
    return fail (error, _("There is no verb “%s”"), args[1]);

  self->verb = info->verb;
  context = make_context (info, &raw);
  rest = g_strdupv ((char **) args + 1);
  if (!g_option_context_parse_strv (context, &rest, &local))
    return fail (error, "%s", local->message);
  if (raw.help)
    {
      set_help (self, format_verb_help (info, context));
      return TRUE;
    }

  if (!take_words (self, info, &raw, error) ||
      !take_format (self, raw.format, error) ||
      !take_query (self, &raw, now, error))
    return FALSE;

  return self->verb != BC_CLI_HELP || take_help (self, error);
}

static gboolean
parse_option (BcCliOptions  *self,
              const char    *option,
              GError       **error)
{
  if (g_str_equal (option, "--background"))
    self->verb = BC_CLI_BACKGROUND;
  else if (g_str_equal (option, "--capture"))
    self->verb = BC_CLI_CAPTURE;
  else if (g_str_equal (option, "--resume"))
    self->verb = BC_CLI_RESUME_NEWEST;
  else if (g_str_equal (option, "--preferences"))
    self->verb = BC_CLI_PREFERENCES;
  else if (g_str_equal (option, "--version"))
    self->verb = BC_CLI_VERSION;
  else if (g_str_equal (option, "--help") || g_str_equal (option, "-h"))
    set_help (self, bc_cli_verbs_format_help ());
  else
    return fail (error, _("Unknown option %s"), option);

  return TRUE;
}

BcCliOptions *
bc_cli_options_parse (const char * const  *args,
                      GDateTime           *now,
                      GError             **error)
{
  g_autoptr (BcCliOptions) self = g_new0 (BcCliOptions, 1);

  if (args[0] == NULL || args[1] == NULL)
    return g_steal_pointer (&self);

  if (args[1][0] != '-')
    return parse_verb (self, args, now, error) ? g_steal_pointer (&self) : NULL;

  if (!parse_option (self, args[1], error))
    return NULL;
  if (args[2] != NULL && self->verb != BC_CLI_HELP)
    {
      fail (error, _("“%s” is too much for “%s”"), args[2], args[1]);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
bc_cli_options_free (BcCliOptions *self)
{
  g_free (self->help);
  g_strfreev (self->words);
  g_free (self->next);
  g_free (self->search);
  g_free (self->topic);
  g_free (self->person);
  g_free (self);
}
