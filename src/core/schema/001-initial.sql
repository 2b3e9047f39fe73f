-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are microseconds since 1970-01-01 UTC by the wall clock, unless a
-- column's name says otherwise. Identity across machines is a UUIDv7; the
-- integer ids are this file's own.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- What the events below add up to: the crumb as it stands now. All but id, uuid,
-- created_us and the context could be computed again from them.
CREATE TABLE crumb (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  created_us INTEGER NOT NULL CHECK (created_us >= 0),
  line TEXT NOT NULL,
  verbatim INTEGER NOT NULL CHECK (verbatim IN (0, 1)),
  kind TEXT,
  timebox_s INTEGER,
  ask INTEGER NOT NULL CHECK (ask IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN
    ('open', 'trail', 'resumed', 'let-go', 'parked', 'answered', 'dropped', 'routed', 'taken')),
  state_us INTEGER NOT NULL,
  reminders INTEGER NOT NULL DEFAULT 0,
  deleted_us INTEGER,
  application TEXT,
  title TEXT,
  window INTEGER,
  directory TEXT,
  repository TEXT,
  branch TEXT
) STRICT;

CREATE INDEX crumb_created ON crumb (created_us DESC, id DESC) WHERE deleted_us IS NULL;
CREATE INDEX crumb_state ON crumb (state, created_us DESC, id DESC) WHERE deleted_us IS NULL;
CREATE INDEX crumb_kind ON crumb (kind, created_us DESC, id DESC) WHERE kind IS NOT NULL AND deleted_us IS NULL;
CREATE INDEX crumb_short ON crumb (substr(uuid, 13, 4));

-- Topics and persons of a line; `key` is what they are compared by.
CREATE TABLE tag (
  crumb_id INTEGER NOT NULL REFERENCES crumb (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('topic', 'person')),
  key TEXT NOT NULL,
  created_us INTEGER NOT NULL,
  PRIMARY KEY (type, key, created_us, crumb_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_crumb ON tag (crumb_id);

-- Every topic and person ever used, for completion.
CREATE TABLE word (
  type TEXT NOT NULL CHECK (type IN ('topic', 'person')),
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  used_us INTEGER NOT NULL,
  PRIMARY KEY (type, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX word_used ON word (type, used_us DESC);

-- Everything that ever happened to a crumb, in the order it was written here.
-- `value` is the line (created, edited), or the kind's word (kind).
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  crumb_id INTEGER NOT NULL REFERENCES crumb (id),
  device BLOB NOT NULL CHECK (length(device) = 16),
  at_us INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  verbatim INTEGER NOT NULL DEFAULT 0,
  undoes BLOB CHECK (undoes IS NULL OR length(undoes) = 16)
) STRICT;

CREATE INDEX event_crumb ON event (crumb_id);
CREATE INDEX event_undoes ON event (undoes) WHERE undoes IS NOT NULL;

-- `causes` is a set: 1 idle, 2 lock, 4 sleep. `duration_us` is by a clock that
-- is never set and counts sleep.
CREATE TABLE away (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  left_us INTEGER NOT NULL,
  back_us INTEGER NOT NULL CHECK (back_us >= 0),
  duration_us INTEGER NOT NULL CHECK (duration_us >= 0),
  causes INTEGER NOT NULL
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  text TEXT NOT NULL,
  saved_us INTEGER NOT NULL
) STRICT;

-- The timeline: one row for each line that is seen in it, and how many there are
-- in each UTC day, so that no view ever has to count. `ref` is the id in crumb
-- (type 1), away (type 2) or event (type 3, a resume).
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_us INTEGER NOT NULL,
  type INTEGER NOT NULL CHECK (type IN (1, 2, 3)),
  ref INTEGER NOT NULL,
  UNIQUE (type, ref)
) STRICT;

CREATE INDEX entry_at ON entry (at_us DESC, id DESC);

CREATE TABLE entry_day (
  day INTEGER PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT;

CREATE TRIGGER entry_insert AFTER INSERT ON entry BEGIN
  INSERT INTO entry_day (day, n) VALUES (new.at_us / 86400000000, 1)
    ON CONFLICT (day) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER entry_delete AFTER DELETE ON entry BEGIN
  UPDATE entry_day SET n = n - 1 WHERE day = old.at_us / 86400000000;
END;

CREATE TRIGGER crumb_insert_entry AFTER INSERT ON crumb WHEN new.deleted_us IS NULL BEGIN
  INSERT INTO entry (at_us, type, ref) VALUES (new.created_us, 1, new.id);
END;

CREATE TRIGGER crumb_trash_entry AFTER UPDATE OF deleted_us ON crumb
WHEN old.deleted_us IS NULL AND new.deleted_us IS NOT NULL BEGIN
  DELETE FROM entry WHERE type = 1 AND ref = new.id;
  DELETE FROM entry WHERE type = 3 AND ref IN
    (SELECT id FROM event WHERE crumb_id = new.id AND type = 'resumed');
END;

CREATE TRIGGER crumb_restore_entry AFTER UPDATE OF deleted_us ON crumb
WHEN old.deleted_us IS NOT NULL AND new.deleted_us IS NULL BEGIN
  INSERT INTO entry (at_us, type, ref) VALUES (new.created_us, 1, new.id);
  INSERT INTO entry (at_us, type, ref)
    SELECT at_us, 3, id FROM event WHERE crumb_id = new.id AND type = 'resumed'
      AND NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.undoes = event.uuid);
END;

CREATE TRIGGER resume_insert_entry AFTER INSERT ON event WHEN new.type = 'resumed' BEGIN
  INSERT INTO entry (at_us, type, ref) VALUES (new.at_us, 3, new.id);
END;

CREATE TRIGGER undo_entry AFTER INSERT ON event WHEN new.undoes IS NOT NULL BEGIN
  DELETE FROM entry WHERE type = 3 AND ref =
    (SELECT id FROM event WHERE uuid = new.undoes AND type = 'resumed');
END;

CREATE TRIGGER away_insert_entry AFTER INSERT ON away BEGIN
  INSERT INTO entry (at_us, type, ref) VALUES (new.back_us, 2, new.id);
END;

CREATE VIRTUAL TABLE crumb_fts USING fts5 (
  line, title,
  content = 'crumb', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER crumb_insert_fts AFTER INSERT ON crumb BEGIN
  INSERT INTO crumb_fts (rowid, line, title) VALUES (new.id, new.line, new.title);
END;

CREATE TRIGGER crumb_delete_fts AFTER DELETE ON crumb BEGIN
  INSERT INTO crumb_fts (crumb_fts, rowid, line, title) VALUES ('delete', old.id, old.line, old.title);
END;

CREATE TRIGGER crumb_update_fts AFTER UPDATE OF line, title ON crumb BEGIN
  INSERT INTO crumb_fts (crumb_fts, rowid, line, title) VALUES ('delete', old.id, old.line, old.title);
  INSERT INTO crumb_fts (rowid, line, title) VALUES (new.id, new.line, new.title);
END;
