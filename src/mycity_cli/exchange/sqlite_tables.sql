-- A dataset as linked tables. `position` keeps the order of the file. Figures stand as they were stated, as text;
-- beside them their exact value in base units, as text, and as an integer where it is whole. Nothing is a REAL.
-- References are checked at the end: a part may stand before its whole.

CREATE TABLE places (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    province TEXT,
    country TEXT,
    position INTEGER
);
CREATE TABLE place_names (
    place TEXT NOT NULL REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER
);
CREATE TABLE place_aliases (
    place TEXT NOT NULL REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    alias TEXT NOT NULL,
    position INTEGER
);
CREATE TABLE sources (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    date TEXT,
    language TEXT NOT NULL,
    url TEXT,
    dateline TEXT,
    note TEXT,
    position INTEGER
);
CREATE TABLE dataset (
    schema_uri TEXT,
    title TEXT,
    description TEXT,
    publisher TEXT,
    city TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE licenses (
    name TEXT NOT NULL,
    path TEXT,
    title TEXT,
    position INTEGER
);
CREATE TABLE conferences (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    promoter TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    city TEXT NOT NULL REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    note TEXT,
    position INTEGER
);
CREATE TABLE signings (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    city TEXT NOT NULL REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    promoter TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    conference TEXT REFERENCES conferences (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    partner TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    projects TEXT,
    projects_whole INTEGER CHECK (typeof(projects_whole) IN ('integer', 'null')),
    amount TEXT,
    amount_value TEXT CHECK (typeof(amount_value) IN ('text', 'null')),
    amount_whole INTEGER CHECK (typeof(amount_whole) IN ('integer', 'null')),
    currency TEXT,
    part_of TEXT REFERENCES signings (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT,
    quote TEXT,
    position INTEGER
);
CREATE TABLE signing_fields (
    signing TEXT NOT NULL REFERENCES signings (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    position INTEGER
);
CREATE TABLE facts (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    city TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    figure TEXT,
    figure_value TEXT CHECK (typeof(figure_value) IN ('text', 'null')),
    figure_whole INTEGER CHECK (typeof(figure_whole) IN ('integer', 'null')),
    unit TEXT,
    text TEXT,
    date TEXT,
    note TEXT,
    quote TEXT,
    position INTEGER
);
CREATE TABLE claims (
    id TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    statement TEXT,
    reason TEXT,
    note TEXT,
    position INTEGER
);
CREATE TABLE conference_sources (
    conference TEXT NOT NULL REFERENCES conferences (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT,
    position INTEGER
);
CREATE TABLE signing_sources (
    signing TEXT NOT NULL REFERENCES signings (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT,
    position INTEGER
);
CREATE TABLE fact_sources (
    fact TEXT NOT NULL REFERENCES facts (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT,
    position INTEGER
);
CREATE TABLE claim_sources (
    claim TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT,
    position INTEGER
);
