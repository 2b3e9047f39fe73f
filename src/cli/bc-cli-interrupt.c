/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-interrupt.h"

#include <signal.h>
#include <unistd.h>

static void
init_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

/* A handler may not cancel; a thread that waits for the signal may. */
static gpointer
wait_main (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int number;

  init_signals (&signals);
  if (sigwait (&signals, &number) != 0)
    return NULL;
  g_cancellable_cancel (cancellable);

  if (sigwait (&signals, &number) == 0)
    _exit (128 + number);

  return NULL;
}

GCancellable *
bc_cli_interrupt_watch (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t signals;

  init_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("bc-interrupt", wait_main, g_object_ref (cancellable)));

  return cancellable;
}
