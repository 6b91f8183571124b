-- Who may do what. Of a secret only its SHA-256 is kept; revoked keys stay, so that access stays on.
CREATE TABLE api_key (
  id ${collated} NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  ledger ${collated},
  secret_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL,
  revoked_at BIGINT
);
-- A name belongs to one live key, so that a record of who did what is unambiguous.
CREATE UNIQUE INDEX api_key_live_name ON api_key (name) WHERE revoked_at IS NULL;

-- Who is signed in at the pages; the cookie's value is kept hashed.
CREATE TABLE web_session (
  id_hash ${collated} NOT NULL PRIMARY KEY,
  key_id ${collated} NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX web_session_seen ON web_session (seen_at);

-- Every change and who made it; without personal data. Only ever added to.
CREATE TABLE audit (
  seq ${sequence},
  recorded_at BIGINT NOT NULL,
  who TEXT NOT NULL,
  deed ${collated} NOT NULL,
  target TEXT NOT NULL,
  detail TEXT NOT NULL
);
