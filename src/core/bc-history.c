/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-history.h"

static void
set_line (BcHistory  *self,
          const char *text,
          gboolean    verbatim)
{
  BcLine *line = verbatim ? bc_line_new_verbatim (text) : bc_line_parse (text);

  g_clear_pointer (&self->line, bc_line_unref);
  self->line = line;
  if (bc_line_get_kind (line) != BC_KIND_NONE)
    self->kind = bc_line_get_kind (line);
}

static void
set_state (BcHistory    *self,
           BcCrumbState  state,
           gint64        at_us)
{
  self->state = state;
  self->state_us = at_us;
  self->reminders = 0;
}

/* An edit can make an ask of a crumb, and a crumb of an ask; an answered one stays answered. */
static void
follow_line (BcHistory *self,
             gint64     at_us)
{
  gboolean ask = bc_line_is_ask (self->line);

  if (ask && self->state == BC_CRUMB_OPEN)
    set_state (self, BC_CRUMB_PARKED, at_us);
  else if (!ask && self->state == BC_CRUMB_PARKED)
    set_state (self, BC_CRUMB_OPEN, at_us);
}

static void
apply_line (BcHistory  *self,
            gboolean    created,
            const char *text,
            gboolean    verbatim,
            gint64      at_us)
{
  set_line (self, text != NULL ? text : "", verbatim);
  if (created)
    set_state (self, BC_CRUMB_OPEN, at_us);
  follow_line (self, at_us);
}

void
bc_history_apply (BcHistory  *self,
                  const char *type,
                  const char *value,
                  gboolean    verbatim,
                  gint64      at_us)
{
  gboolean created = g_str_equal (type, "created");

  if (created || g_str_equal (type, "edited"))
    apply_line (self, created, value, verbatim, at_us);
  else if (g_str_equal (type, "kind"))
    self->kind = bc_kind_from_string (value);
  else if (g_str_equal (type, "resumed"))
    set_state (self, BC_CRUMB_RESUMED, at_us);
  else if (g_str_equal (type, "let-go"))
    set_state (self, BC_CRUMB_LET_GO, at_us);
  else if (g_str_equal (type, "later"))
    set_state (self, BC_CRUMB_OPEN, at_us);
  else if (g_str_equal (type, "deleted"))
    self->deleted_us = at_us;
  else if (g_str_equal (type, "restored"))
    self->deleted_us = 0;
  else if (g_str_equal (type, "reminded"))
    self->reminders++;
}

void
bc_history_clear (BcHistory *self)
{
  g_clear_pointer (&self->line, bc_line_unref);
}
