-- What changed in each committee's list, in what order, so that a desk asks for that alone. Triggers write it: no batch can forget it.
CREATE TABLE list_changes (
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  -- That of the last change of who reads the case: it may have left somebody's list then. NULL: never.
  readers_revision INTEGER CHECK (readers_revision BETWEEN 1 AND revision),
  PRIMARY KEY (committee, case_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX list_changes_in_order ON list_changes (committee, revision);

-- A letter that arrives changes nothing here: before its release nobody may see that it came.
CREATE TRIGGER cases_change_their_list AFTER UPDATE ON cases
BEGIN
  INSERT INTO list_changes (committee, case_id, revision, readers_revision)
  SELECT NEW.committee, NEW.id, 1 + coalesce(max(revision), 0),
    CASE WHEN NEW.case_key IS NOT OLD.case_key OR NEW.committee <> OLD.committee THEN 1 + coalesce(max(revision), 0) END
  FROM list_changes WHERE committee = NEW.committee
  ON CONFLICT (committee, case_id) DO UPDATE
  SET revision = excluded.revision, readers_revision = coalesce(excluded.readers_revision, readers_revision);
END;

CREATE TRIGGER cases_leave_their_list AFTER UPDATE OF committee ON cases WHEN NEW.committee <> OLD.committee
BEGIN
  INSERT INTO list_changes (committee, case_id, revision, readers_revision)
  SELECT OLD.committee, OLD.id, 1 + coalesce(max(revision), 0), 1 + coalesce(max(revision), 0)
  FROM list_changes WHERE committee = OLD.committee
  ON CONFLICT (committee, case_id) DO UPDATE
  SET revision = excluded.revision, readers_revision = excluded.readers_revision;
END;

CREATE TRIGGER index_entries_enter_the_list AFTER INSERT ON index_entries
BEGIN
  INSERT INTO list_changes (committee, case_id, revision)
  SELECT cases.committee, cases.id,
    1 + (SELECT coalesce(max(revision), 0) FROM list_changes WHERE list_changes.committee = cases.committee)
  FROM cases WHERE cases.id = NEW.case_id
  ON CONFLICT (committee, case_id) DO UPDATE SET revision = excluded.revision;
END;

CREATE TRIGGER index_entries_change_the_list AFTER UPDATE ON index_entries WHEN NEW.entry <> OLD.entry
BEGIN
  INSERT INTO list_changes (committee, case_id, revision)
  SELECT cases.committee, cases.id,
    1 + (SELECT coalesce(max(revision), 0) FROM list_changes WHERE list_changes.committee = cases.committee)
  FROM cases WHERE cases.id = NEW.case_id
  ON CONFLICT (committee, case_id) DO UPDATE SET revision = excluded.revision;
END;

-- What is most urgent comes first to a desk, before the whole list does.
CREATE INDEX cases_by_urgency ON cases (committee, status, late_since, next_step_on, released_on, case_key, id);
