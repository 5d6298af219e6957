-- A second way in for an officer: the seed once more, sealed under what a passkey yields. Which device it is and what it is called stays unknown here.
CREATE TABLE passkeys (
  passkey TEXT NOT NULL PRIMARY KEY CHECK (length(passkey) = 43),
  officer TEXT NOT NULL CHECK (length(officer) BETWEEN 1 AND 48),
  -- Takes part in a key so that of two simultaneous registrations none passes the limit.
  place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 7),
  login_key TEXT NOT NULL CHECK (length(login_key) = 43),
  wrapped_seed TEXT NOT NULL CHECK (length(wrapped_seed) = 96),
  note TEXT NOT NULL CHECK (length(note) = 1686),
  UNIQUE (officer, place)
) STRICT, WITHOUT ROWID;
