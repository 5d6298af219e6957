-- The words by which an opened case is found, sealed under a key that follows from the committee's index key. Always of one length.
CREATE TABLE search_entries (
  case_id TEXT NOT NULL PRIMARY KEY CHECK (length(case_id) = 22),
  entry TEXT NOT NULL CHECK (length(entry) = 1366)
) STRICT, WITHOUT ROWID;

-- A desk asks for what came after the revision that it knows: so what comes counts as a change of the list.
CREATE TRIGGER search_entries_enter_the_list AFTER INSERT ON search_entries
BEGIN
  INSERT INTO list_changes (committee, case_id, revision)
  SELECT cases.committee, cases.id,
    1 + (SELECT coalesce(max(revision), 0) FROM list_changes WHERE list_changes.committee = cases.committee)
  FROM cases WHERE cases.id = NEW.case_id
  ON CONFLICT (committee, case_id) DO UPDATE SET revision = excluded.revision;
END;

CREATE TRIGGER search_entries_change_the_list AFTER UPDATE ON search_entries WHEN NEW.entry <> OLD.entry
BEGIN
  INSERT INTO list_changes (committee, case_id, revision)
  SELECT cases.committee, cases.id,
    1 + (SELECT coalesce(max(revision), 0) FROM list_changes WHERE list_changes.committee = cases.committee)
  FROM cases WHERE cases.id = NEW.case_id
  ON CONFLICT (committee, case_id) DO UPDATE SET revision = excluded.revision;
END;
