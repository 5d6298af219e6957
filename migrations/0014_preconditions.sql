-- One row, so that a batch can fail as a whole: whoever inserts it again, because what the batch was reckoned from has changed, is refused.
CREATE TABLE preconditions (
  unmet TEXT NOT NULL PRIMARY KEY CHECK (unmet = 'unmet')
) STRICT, WITHOUT ROWID;

INSERT INTO preconditions VALUES ('unmet');
