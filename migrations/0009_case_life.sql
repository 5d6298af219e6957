-- A case in its whole life: nine statuses, the folded state, when time next does something to it, whom that concerns. Nothing was
-- installed before: cases of the first version, whose limits stood in a table of their own, are not carried over.
DROP TABLE clocks;
DROP TABLE cases;
DELETE FROM index_entries;

CREATE TABLE cases (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  receiver TEXT NOT NULL CHECK (length(receiver) BETWEEN 1 AND 48),
  receiver_key TEXT NOT NULL CHECK (length(receiver_key) = 22),
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  fallback TEXT CHECK (length(fallback) BETWEEN 1 AND 48 AND fallback <> committee),
  fallback_key TEXT CHECK (length(fallback_key) = 22),
  oversight TEXT CHECK (length(oversight) BETWEEN 1 AND 48 AND oversight <> receiver),
  policy TEXT NOT NULL CHECK (length(policy) BETWEEN 1 AND 32),
  directory INTEGER NOT NULL CHECK (directory >= 0),
  released_on TEXT NOT NULL CHECK (released_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  letter TEXT NOT NULL CHECK (length(letter) = 43),
  lookup TEXT NOT NULL UNIQUE CHECK (length(lookup) = 43),
  reporter_key TEXT NOT NULL CHECK (length(reporter_key) = 80),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 43),
  law TEXT NOT NULL REFERENCES laws (digest),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  chain TEXT NOT NULL CHECK (length(chain) = 43),
  steps INTEGER NOT NULL CHECK (steps >= 0),
  status TEXT NOT NULL CHECK (status IN
    ('sent', 'opened', 'acknowledged', 'classified', 'verifying', 'concluded', 'closed', 'refused', 'transferred')),
  state TEXT NOT NULL CHECK (json_valid(state)),
  case_key TEXT CHECK (length(case_key) = 22),
  outer_escalation_on TEXT NOT NULL CHECK (outer_escalation_on > released_on),
  next_step_on TEXT CHECK (next_step_on > released_on),
  late_since TEXT CHECK (late_since > released_on),
  superior_sees INTEGER NOT NULL CHECK (superior_sees IN (0, 1)),
  CHECK ((fallback IS NULL) = (fallback_key IS NULL)),
  CHECK (superior_sees = 0 OR fallback IS NOT NULL),
  CHECK (status = state ->> '$.status' AND committee = state ->> '$.committee' AND fallback IS state ->> '$.superior')
) STRICT, WITHOUT ROWID;

CREATE INDEX cases_by_committee ON cases (committee, id);
CREATE INDEX cases_by_superior ON cases (fallback, id) WHERE superior_sees = 1;
CREATE INDEX cases_by_oversight ON cases (oversight, committee, late_since) WHERE late_since IS NOT NULL;
CREATE INDEX cases_by_next_step ON cases (next_step_on, id) WHERE next_step_on IS NOT NULL;
CREATE INDEX cases_by_law ON cases (law, id);

-- What was said at sending is never said otherwise later.
CREATE TRIGGER cases_keep_what_was_sent
BEFORE UPDATE OF id, receiver, receiver_key, oversight, policy, directory, released_on, letter, lookup, reporter_key, fingerprint ON cases
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- The superior whose slot was sealed at sending goes when it takes over, and no other ever comes.
CREATE TRIGGER cases_keep_their_superior BEFORE UPDATE OF fallback ON cases
WHEN NEW.fallback IS NOT NULL AND NEW.fallback IS NOT OLD.fallback
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
