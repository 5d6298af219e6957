-- What the server may know of a case: addresses, days and sealed bytes. No content, no person, no hour of a reporter's act.
CREATE TABLE cases (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  receiver_key TEXT NOT NULL CHECK (length(receiver_key) = 22),
  fallback TEXT CHECK (length(fallback) BETWEEN 1 AND 48 AND fallback <> committee),
  fallback_key TEXT CHECK (length(fallback_key) = 22),
  oversight TEXT CHECK (length(oversight) BETWEEN 1 AND 48 AND oversight <> committee),
  policy TEXT NOT NULL CHECK (length(policy) BETWEEN 1 AND 32),
  directory INTEGER NOT NULL CHECK (directory >= 0),
  released_on TEXT NOT NULL CHECK (released_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  outer_escalation_on TEXT NOT NULL CHECK (outer_escalation_on > released_on),
  letter TEXT NOT NULL CHECK (length(letter) = 43),
  lookup TEXT NOT NULL UNIQUE CHECK (length(lookup) = 43),
  reporter_key TEXT NOT NULL CHECK (length(reporter_key) = 80),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 43),
  status TEXT NOT NULL CHECK (status IN ('sent', 'opened', 'acknowledged')),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  chain TEXT NOT NULL CHECK (length(chain) = 43),
  opened_on TEXT CHECK (opened_on >= released_on),
  acknowledged_on TEXT CHECK (acknowledged_on >= opened_on),
  answered_on TEXT CHECK (answered_on >= acknowledged_on),
  reporter_wrote_on TEXT CHECK (reporter_wrote_on >= released_on),
  CHECK ((fallback IS NULL) = (fallback_key IS NULL)),
  CHECK ((opened_on IS NULL) = (status = 'sent')),
  CHECK ((acknowledged_on IS NULL) = (status <> 'acknowledged'))
) STRICT, WITHOUT ROWID;

CREATE INDEX cases_by_committee ON cases (committee, id);

-- What was said at sending is never said otherwise later.
CREATE TRIGGER cases_keep_what_was_sent
BEFORE UPDATE OF id, policy, directory, released_on, letter, lookup, reporter_key, fingerprint ON cases
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- Sealed objects without their slots: the letter and every message, by case and digest.
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

-- A reader's copy of a content key. Rows of their own, so that one can be withheld, and one day destroyed.
CREATE TABLE slots (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  role TEXT NOT NULL CHECK (role IN ('receiver', 'fallback', 'reporter')),
  slot TEXT NOT NULL,
  PRIMARY KEY (case_id, digest, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slots_append_only BEFORE UPDATE ON slots
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
