-- Whom a daily notice goes to, and what became of it: so that nobody gets two, and a notice that does not arrive is seen.
CREATE TABLE notice_addresses (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  -- Whose it is, for whoever keeps the list. The notice is the same for everybody.
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'webhook')),
  address TEXT NOT NULL UNIQUE CHECK (length(address) BETWEEN 3 AND 500),
  -- The key that signs what is posted to a webhook; its receiver has it too.
  secret TEXT CHECK (length(secret) = 43),
  added_on TEXT NOT NULL CHECK (added_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  CHECK ((kind = 'webhook') = (secret IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- One attempt an hour. It stands here before anything is sent: whoever is interrupted does not begin again in the same hour.
CREATE TABLE notice_attempts (
  day TEXT NOT NULL CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  recipient TEXT NOT NULL CHECK (length(recipient) = 22),
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  -- NULL: begun, and then nothing was heard of it.
  outcome TEXT CHECK (outcome IN (
    'sent', 'not-configured', 'unreachable', 'insecure', 'login-refused', 'refused', 'timed-out', 'broken-off'
  )),
  PRIMARY KEY (day, recipient, hour)
) STRICT, WITHOUT ROWID;
