-- What an officer keeps for themself, sealed in their browser, always of one length: which views, what has been read.
CREATE TABLE desk_books (
  officer TEXT NOT NULL PRIMARY KEY CHECK (length(officer) BETWEEN 1 AND 48),
  -- How many times it was written: who writes from an older one is refused, and merges.
  number INTEGER NOT NULL CHECK (number >= 1),
  book TEXT NOT NULL CHECK (length(book) = 87382)
) STRICT, WITHOUT ROWID;
