/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BcReturnTestStage:
 * @BC_RETURN_TEST_RESTING: nothing is tested
 * @BC_RETURN_TEST_HANDS_OFF: idleness is waited for
 * @BC_RETURN_TEST_MOVE: it was told; input is waited for
 * @BC_RETURN_TEST_SHOWING: a return was told; the notification is not shown yet
 * @BC_RETURN_TEST_SHOWN: all of it worked
 * @BC_RETURN_TEST_CLICKED: and the notification was clicked
 * @BC_RETURN_TEST_NO_IDLE: idleness was never told
 * @BC_RETURN_TEST_NO_RETURN: no return was told yet; one that comes still counts
 * @BC_RETURN_TEST_NO_NOTIFICATION: the notification was not shown
 *
 * How far a test has come.
 */
typedef enum {
  BC_RETURN_TEST_RESTING,
  BC_RETURN_TEST_HANDS_OFF,
  BC_RETURN_TEST_MOVE,
  BC_RETURN_TEST_SHOWING,
  BC_RETURN_TEST_SHOWN,
  BC_RETURN_TEST_CLICKED,
  BC_RETURN_TEST_NO_IDLE,
  BC_RETURN_TEST_NO_RETURN,
  BC_RETURN_TEST_NO_NOTIFICATION,
} BcReturnTestStage;

/**
 * BcReturnTestReport:
 * @stage: how far it has come
 * @source: (nullable): a sentence: who tells idleness here, or why nobody does
 * @idle_s: how long the user was idle, seconds; from %BC_RETURN_TEST_MOVE on
 * @problem: (nullable): a sentence: what the service says that broke the chain
 *
 * What is to be shown of a test.
 */
typedef struct {
  BcReturnTestStage stage;
  const char *source;
  guint idle_s;
  const char *problem;
} BcReturnTestReport;

/**
 * BC_RETURN_TEST_IDLE_S:
 *
 * After how many seconds of silence the test sees idleness.
 */
#define BC_RETURN_TEST_IDLE_S 15

#define BC_TYPE_RETURN_TEST_ROW (bc_return_test_row_get_type ())
G_DECLARE_FINAL_TYPE (BcReturnTestRow, bc_return_test_row, BC, RETURN_TEST_ROW, AdwActionRow)

/**
 * BcReturnTestRow:
 *
 * "Test with 15 Seconds": leads through a test of the way from idleness to a
 * notification, and believes nothing but what was received. Insensitive until it is
 * told for the first time what to show.
 */

/**
 * BcReturnTestRow::start:
 *
 * The user wants the test.
 */

/**
 * BcReturnTestRow::stop:
 *
 * The user wants no more of it.
 */

/**
 * bc_return_test_row_show:
 * @report: copied
 */
void bc_return_test_row_show (BcReturnTestRow          *self,
                              const BcReturnTestReport *report);

G_END_DECLS
