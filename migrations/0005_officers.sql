-- Who may log in, with which public keys, and the committee keys wrapped to each. Written by the ceremony, see worker/db/README.md.
CREATE TABLE officers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 48),
  login_name TEXT NOT NULL UNIQUE CHECK (length(login_name) BETWEEN 1 AND 64),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  login_key TEXT NOT NULL CHECK (length(login_key) = 43),
  sign_key TEXT NOT NULL CHECK (length(sign_key) = 43),
  kem_key TEXT NOT NULL,
  wrapped_seed TEXT NOT NULL,
  person TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE memberships (
  officer TEXT NOT NULL,
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  key TEXT NOT NULL CHECK (length(key) = 22),
  wrap TEXT NOT NULL,
  PRIMARY KEY (officer, committee, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token TEXT NOT NULL PRIMARY KEY CHECK (length(token) = 43),
  officer TEXT NOT NULL,
  -- Whole hours since 1970, so that even an officer's log-in is known to the hour only.
  expires_hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row of the officer's list, sealed under the committee's index key. Always of one length.
CREATE TABLE index_entries (
  case_id TEXT NOT NULL PRIMARY KEY CHECK (length(case_id) = 22),
  entry TEXT NOT NULL CHECK (length(entry) = 683)
) STRICT, WITHOUT ROWID;
