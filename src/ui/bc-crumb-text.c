/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-crumb-text.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

static const char *kind_labels[] = {
  [BC_KIND_NONE] = "",
  [BC_KIND_BUG] = NC_("kind", "Bug"),
  [BC_KIND_INCIDENT] = NC_("kind", "Incident"),
  [BC_KIND_QUESTION] = NC_("kind", "Question"),
  [BC_KIND_SHIFT] = NC_("kind", "Shift"),
  [BC_KIND_MEETING] = NC_("kind", "Meeting"),
  [BC_KIND_WAITING] = NC_("kind", "Waiting"),
  [BC_KIND_SELF] = NC_("kind", "Myself"),
  [BC_KIND_BREAK] = NC_("kind", "Break"),
};

static const struct {
  const char *label;
  const char *icon;
} states[] = {
  [BC_CRUMB_OPEN] = { NC_("state", "Open"), "bc-open-symbolic" },
  [BC_CRUMB_TRAIL] = { NC_("state", "Trail"), "bc-trail-symbolic" },
  [BC_CRUMB_RESUMED] = { NC_("state", "Resumed"), "bc-resumed-symbolic" },
  [BC_CRUMB_LET_GO] = { NC_("state", "Let go"), "bc-let-go-symbolic" },
  [BC_CRUMB_PARKED] = { NC_("state", "Parked"), "bc-open-symbolic" },
  [BC_CRUMB_ANSWERED] = { NC_("state", "Answered"), "bc-resumed-symbolic" },
  [BC_CRUMB_DROPPED] = { NC_("state", "Dropped"), "bc-let-go-symbolic" },
  [BC_CRUMB_ROUTED] = { NC_("state", "Routed"), "bc-resumed-symbolic" },
  [BC_CRUMB_TAKEN] = { NC_("state", "Taken on"), "bc-resumed-symbolic" },
};

const char *
bc_kind_label (BcKind kind)
{
  if (kind == BC_KIND_NONE)
    return "";

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kind_labels[kind]);
}

const char *
bc_crumb_state_label (BcCrumbState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "state", states[state].label);
}

const char *
bc_crumb_state_icon (BcCrumbState state)
{
  return states[state].icon;
}

char *
bc_isolate (const char *text)
{
  return g_strconcat (FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL);
}

char *
bc_away_text (const BcAway *away)
{
  g_autofree char *duration = bc_duration_text (away->duration_us);

  if (away->causes & BC_AWAY_SLEEP)
    return g_strdup_printf (_("Away %s · suspended"), duration);

  if (away->causes & BC_AWAY_LOCK)
    return g_strdup_printf (_("Away %s · locked"), duration);

  return g_strdup_printf (_("Away %s"), duration);
}

static char *
repository_text (BcContext *context)
{
  g_autofree char *repository = bc_isolate (bc_context_get_repository (context));
  g_autofree char *branch = NULL;

  if (bc_context_get_branch (context) == NULL)
    return g_strdup_printf (_("From %s"), repository);

  branch = bc_isolate (bc_context_get_branch (context));
  /* Translators: a repository's name and the branch in it */
  return g_strdup_printf (_("From %s, branch %s"), repository, branch);
}

char *
bc_context_text (BcContext *context)
{
  const char *application = bc_context_get_application (context);
  const char *title = bc_context_get_title (context);
  const char *single = application != NULL ? application : title;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (single == NULL && bc_context_get_repository (context) != NULL)
    return repository_text (context);

  if (single == NULL)
    single = bc_context_get_directory (context);

  first = bc_isolate (single != NULL ? single : "");
  if (application == NULL || title == NULL)
    return g_strdup_printf (_("From %s"), first);

  second = bc_isolate (title);
  /* Translators: an application's name and its window's title */
  return g_strdup_printf (_("From %s: %s"), first, second);
}

static void
append_words (GString            *text,
              const char         *sign,
              const char * const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, ", %s%s", sign, words[i]);
}

char *
bc_crumb_spoken_text (BcCrumb *crumb)
{
  BcLine *line = bc_crumb_get_line (crumb);
  g_autofree char *time = bc_time_text (bc_crumb_get_created_us (crumb));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s: %s",
                          time,
                          bc_crumb_state_label (bc_crumb_get_state (crumb)),
                          bc_crumb_get_headline (crumb));

  if (bc_line_get_next (line) != NULL && *bc_line_get_where (line) != '\0')
    g_string_append_printf (text, ", %s", bc_line_get_where (line));

  append_words (text, "#", bc_line_get_topics (line));
  append_words (text, "@", bc_line_get_persons (line));

  if (bc_crumb_get_kind (crumb) != BC_KIND_NONE)
    g_string_append_printf (text, ", %s", bc_kind_label (bc_crumb_get_kind (crumb)));

  return g_string_free (text, FALSE);
}
