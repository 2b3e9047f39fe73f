/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"

struct _BcStatement {
  BcDb *db;
  sqlite3_stmt *stmt;
  gboolean cached;
  gboolean lent;
};

void bc_db_assert_thread (BcDb *self);
