-- Who can read: the slots, sealed anew when others read from then on, and the case key wrapped to those who do.
DROP TABLE cores;
DROP TABLE slots;

-- Sealed objects without their slots: the letter and every message, by case and digest. Without a slot nobody can open one.
CREATE TABLE cores (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  core TEXT NOT NULL,
  PRIMARY KEY (case_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cores_append_only BEFORE UPDATE ON cores
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER cores_never_go BEFORE DELETE ON cores
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- A reader's copy of a content key. `key` NULL: the slot that the core binds; else it was sealed anew under that key.
CREATE TABLE slots (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  role TEXT NOT NULL CHECK (role IN ('receiver', 'fallback', 'reporter')),
  key TEXT CHECK (key IS NULL OR (length(key) = 22 AND role = 'receiver')),
  slot TEXT NOT NULL,
  PRIMARY KEY (case_id, digest, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slots_never_change BEFORE UPDATE ON slots
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- A slot goes in the batch of the event that takes its reader away, or of the whole letter's erasure, and never else: the event
-- stands there already, and the case's own row, which is written last, does not count it yet.
CREATE TRIGGER slots_go_with_their_reader BEFORE DELETE ON slots
WHEN NOT EXISTS (
  SELECT 1 FROM cases JOIN steps ON steps.case_id = cases.id
  WHERE cases.id = OLD.case_id AND steps.place > cases.steps AND steps.type = 'Erased')
AND NOT EXISTS (
  SELECT 1 FROM cases JOIN entries ON entries.case_id = cases.id
  WHERE cases.id = OLD.case_id AND entries.sequence > cases.sequence AND (
    (OLD.role = 'receiver' AND entries.type IN ('Transferred', 'HandedOver', 'Recused', 'TakenOver'))
    OR (OLD.role = 'fallback' AND entries.type = 'TakenOver')))
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- The key of a case that is no longer read with its committee's own; the one before is gone.
CREATE TABLE case_keys (
  case_id TEXT NOT NULL PRIMARY KEY CHECK (length(case_id) = 22),
  key TEXT NOT NULL CHECK (length(key) = 22),
  kem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_key_wraps (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  officer TEXT NOT NULL CHECK (length(officer) BETWEEN 1 AND 48),
  wrap TEXT NOT NULL,
  PRIMARY KEY (case_id, officer)
) STRICT, WITHOUT ROWID;
