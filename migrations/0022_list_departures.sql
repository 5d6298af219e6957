-- A case that can be read no more is told to be gone to whoever could read it until then, and never again: when a case that is
-- closed to an officer changes its readers once more, or leaves the committee, is not for that officer to know.
CREATE TABLE list_departures (
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  officer TEXT NOT NULL CHECK (length(officer) BETWEEN 1 AND 48),
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  -- The place, among the changes of the committee's list, of the one that closed the case to the officer.
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (committee, officer, case_id)
) STRICT, WITHOUT ROWID;

-- A wrap goes in the batch that then writes the case's own row, and with that the next revision of the list.
CREATE TRIGGER wraps_go_with_a_departure AFTER DELETE ON case_key_wraps
BEGIN
  INSERT INTO list_departures (committee, officer, case_id, revision)
  SELECT cases.committee, OLD.officer, OLD.case_id,
    1 + (SELECT coalesce(max(revision), 0) FROM list_changes WHERE list_changes.committee = cases.committee)
  FROM cases WHERE cases.id = OLD.case_id AND EXISTS (
    SELECT 1 FROM memberships WHERE memberships.committee = cases.committee AND memberships.officer = OLD.officer)
  ON CONFLICT (committee, officer, case_id) DO UPDATE SET revision = excluded.revision;
END;

-- Who gets a wrap reads the case, or goes on reading it.
CREATE TRIGGER wraps_end_a_departure AFTER INSERT ON case_key_wraps
BEGIN
  DELETE FROM list_departures
  WHERE case_id = NEW.case_id AND officer = NEW.officer
    AND committee = (SELECT committee FROM cases WHERE id = NEW.case_id);
END;

-- A case without a key of its own was everybody's. Before the row changes: after it the list may have its next revision already.
-- Such a departure never ends, unless by a wrap: by the law no case comes back to a committee that it has left.
CREATE TRIGGER cases_close_to_some BEFORE UPDATE OF case_key, committee ON cases
WHEN OLD.case_key IS NULL AND (NEW.case_key IS NOT NULL OR NEW.committee <> OLD.committee)
BEGIN
  INSERT INTO list_departures (committee, officer, case_id, revision)
  SELECT DISTINCT OLD.committee, memberships.officer, OLD.id,
    1 + (SELECT coalesce(max(revision), 0) FROM list_changes WHERE list_changes.committee = OLD.committee)
  FROM memberships WHERE memberships.committee = OLD.committee AND (NEW.committee <> OLD.committee OR NOT EXISTS (
    SELECT 1 FROM case_key_wraps WHERE case_id = OLD.id AND case_key_wraps.officer = memberships.officer))
  ON CONFLICT (committee, officer, case_id) DO UPDATE SET revision = excluded.revision;
END;

-- When the readers of a case changed last, whoever they were, is not kept any more. The triggers are else those of 0015.
DROP TRIGGER cases_change_their_list;
DROP TRIGGER cases_leave_their_list;
ALTER TABLE list_changes DROP COLUMN readers_revision;

CREATE TRIGGER cases_change_their_list AFTER UPDATE ON cases
BEGIN
  INSERT INTO list_changes (committee, case_id, revision)
  SELECT NEW.committee, NEW.id, 1 + coalesce(max(revision), 0) FROM list_changes WHERE committee = NEW.committee
  ON CONFLICT (committee, case_id) DO UPDATE SET revision = excluded.revision;
END;

CREATE TRIGGER cases_leave_their_list AFTER UPDATE OF committee ON cases WHEN NEW.committee <> OLD.committee
BEGIN
  INSERT INTO list_changes (committee, case_id, revision)
  SELECT OLD.committee, OLD.id, 1 + coalesce(max(revision), 0) FROM list_changes WHERE committee = OLD.committee
  ON CONFLICT (committee, case_id) DO UPDATE SET revision = excluded.revision;
END;
