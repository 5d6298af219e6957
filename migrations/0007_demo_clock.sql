-- The day it is in a demonstration, so that a person can watch a limit pass. Empty, and never read, anywhere else.
CREATE TABLE demo_clock (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  today TEXT NOT NULL CHECK (today GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT, WITHOUT ROWID;
