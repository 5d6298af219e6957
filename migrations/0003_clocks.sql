-- The limits a case runs under, reckoned once, when its letter was taken: one row per clock.
CREATE TABLE clocks (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  name TEXT NOT NULL CHECK (name IN ('first-open', 'acknowledge', 'result')),
  stop TEXT NOT NULL,
  started_on TEXT NOT NULL CHECK (started_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_on TEXT NOT NULL CHECK (due_on > started_on),
  hard_due_on TEXT NOT NULL CHECK (hard_due_on >= due_on),
  escalates_on TEXT NOT NULL CHECK (escalates_on > hard_due_on),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  stopped_on TEXT CHECK (stopped_on >= started_on),
  PRIMARY KEY (case_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX clocks_running ON clocks (due_on, case_id, name) WHERE stopped_on IS NULL;
