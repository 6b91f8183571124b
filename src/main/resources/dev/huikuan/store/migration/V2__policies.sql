-- Every version of the policy. Its check is kept in both languages, to be shown without checking again.
CREATE TABLE policy (
  seq ${sequence},
  version ${collated} NOT NULL UNIQUE,
  rules TEXT NOT NULL,
  status TEXT NOT NULL,
  base TEXT,
  author TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  note TEXT NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  tested SMALLINT,
  check_zh ${bytes},
  check_en ${bytes},
  tables ${bytes}
);

-- What a file holds stands once, however many versions have it.
CREATE TABLE policy_content (
  hash TEXT PRIMARY KEY,
  bytes ${bytes} NOT NULL
);
CREATE TABLE policy_file (
  version ${collated} NOT NULL,
  path ${collated} NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (version, path)
);

CREATE TABLE policy_event (
  seq ${sequence},
  version ${collated} NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  at BIGINT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX policy_event_of_version ON policy_event (version, seq);

-- One row: the active version. Changed only where it still is what was expected.
CREATE TABLE active_policy (
  id INTEGER PRIMARY KEY,
  version ${collated} NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL
);

-- Simulations on the stored cases; the replica that runs one is heard of each second.
CREATE TABLE simulation (
  id ${collated} PRIMARY KEY,
  version TEXT NOT NULL,
  ledger TEXT,
  actor TEXT NOT NULL,
  status TEXT NOT NULL,
  done BIGINT NOT NULL,
  total BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  beat_at BIGINT NOT NULL,
  result_zh ${bytes},
  result_en ${bytes},
  failure_zh TEXT,
  failure_en TEXT
);
