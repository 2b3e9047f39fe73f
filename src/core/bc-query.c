/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-query.h"

#include "bc-search.h"

static void
append_tag (GString    *sql,
            const char *type,
            const char *word)
{
  if (word == NULL)
    return;

  g_string_append_printf (sql,
                          " AND crumb.id IN (SELECT crumb_id FROM tag WHERE type = '%s' AND key = :%s)",
                          type, type);
}

static char *
compose (const BcQuery  *query,
         const BcSearch *search,
         const char     *columns)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT %s FROM crumb WHERE crumb.deleted_us IS NULL", columns);
  if (search->match != NULL)
    g_string_append (sql, " AND crumb.id IN (SELECT rowid FROM crumb_fts WHERE crumb_fts MATCH :match)");
  for (guint i = 0; search->likes[i] != NULL; i++)
    g_string_append_printf (sql, " AND (crumb.line || char(10) || ifnull(crumb.title, '')) LIKE :like%u ESCAPE '\\'", i);
  append_tag (sql, "topic", query->topic);
  append_tag (sql, "person", query->person);
  if (query->kind != BC_KIND_NONE)
    g_string_append (sql, " AND crumb.kind = :kind");
  if (query->has_state)
    g_string_append (sql, " AND crumb.state = :state");
  if (query->since_us != 0)
    g_string_append (sql, " AND crumb.created_us >= :since");
  if (query->until_us != 0)
    g_string_append (sql, " AND crumb.created_us < :until");
  g_string_append (sql, " ORDER BY crumb.created_us DESC, crumb.id DESC");
  if (query->limit != 0)
    g_string_append (sql, " LIMIT :limit");

  return g_string_free (sql, FALSE);
}

static void
bind_text (BcStatement *statement,
           const char  *name,
           const char  *text)
{
  int parameter = bc_statement_find_parameter (statement, name);

  if (parameter != 0)
    bc_statement_bind_text (statement, parameter, text);
}

static void
bind_word (BcStatement *statement,
           const char  *name,
           const char  *word)
{
  g_autofree char *key = word != NULL ? bc_line_fold_word (word) : NULL;

  bind_text (statement, name, key);
}

static void
bind_int64 (BcStatement *statement,
            const char  *name,
            gint64       value)
{
  int parameter = bc_statement_find_parameter (statement, name);

  if (parameter != 0)
    bc_statement_bind_int64 (statement, parameter, value);
}

static void
bind_search (BcStatement    *statement,
             const BcSearch *search)
{
  bind_text (statement, ":match", search->match);
  for (guint i = 0; search->likes[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (":like%u", i);

      bind_text (statement, name, search->likes[i]);
    }
}

BcStatement *
bc_query_prepare (BcDb           *db,
                  const BcQuery  *query,
                  const char     *columns,
                  GError        **error)
{
  g_auto (BcSearch) search = { 0 };
  g_autofree char *sql = NULL;
  BcStatement *statement;

  bc_search_init (&search, query->search);
  sql = compose (query, &search, columns);
  statement = bc_db_prepare_once (db, sql, error);
  if (statement == NULL)
    return NULL;

  bind_search (statement, &search);
  bind_word (statement, ":topic", query->topic);
  bind_word (statement, ":person", query->person);
  bind_text (statement, ":kind", bc_kind_to_string (query->kind));
  bind_text (statement, ":state", bc_crumb_state_to_string (query->state));
  bind_int64 (statement, ":since", query->since_us);
  bind_int64 (statement, ":until", query->until_us);
  bind_int64 (statement, ":limit", query->limit);

  return statement;
}
