/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BC_AWAIT_MS:
 *
 * How long bc_await() waits at most, milliseconds.
 */
#define BC_AWAIT_MS 10000

/**
 * bc_await:
 * @condition: an expression, evaluated again and again
 *
 * Runs the default main context until @condition is true; the test fails where it
 * does not become so.
 */
#define bc_await(condition) \
  G_STMT_START { \
    gint64 bc_deadline_us = g_get_monotonic_time () + BC_AWAIT_MS * 1000; \
    guint bc_tick_id = g_timeout_add (10, bc_await_tick_cb, NULL); \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > bc_deadline_us) \
          g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, TRUE); \
      } \
    g_source_remove (bc_tick_id); \
  } G_STMT_END

/**
 * bc_await_quiet:
 *
 * Runs the default main context as long as it has something to do at once.
 */
static inline void
bc_await_quiet (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline gboolean
bc_await_tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

G_END_DECLS
