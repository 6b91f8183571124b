-- The decision log. Amounts and other numbers are in millionths; texts of a worklist stand in columns of their own,
-- so that lists and figures need no JSON.
CREATE TABLE decision (
  seq ${sequence},
  id ${collated} NOT NULL UNIQUE,
  ledger ${collated} NOT NULL,
  customer_id ${collated} NOT NULL,
  idempotency_key ${collated},
  fingerprint TEXT,
  based_on ${collated},
  as_of ${collated} NOT NULL,
  as_of_date ${collated} NOT NULL,
  recorded_at BIGINT NOT NULL,
  policy_version TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  actor TEXT NOT NULL,
  erased SMALLINT NOT NULL DEFAULT 0,
  customer_name TEXT,
  priority BIGINT,
  action ${collated} NOT NULL,
  action_label_zh TEXT NOT NULL,
  action_label_en TEXT NOT NULL,
  dunning_level BIGINT,
  channel TEXT,
  owner_role ${collated},
  currency TEXT,
  outstanding BIGINT,
  overdue BIGINT,
  collectible BIGINT,
  disputed BIGINT,
  days_past_due BIGINT,
  aging_bucket ${collated},
  risk_tier ${collated},
  discount_percent BIGINT,
  discount_pay_by TEXT,
  installment_count BIGINT,
  down_payment BIGINT,
  extension_days BIGINT,
  holds TEXT,
  reason_zh TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  not_before TEXT,
  due_by TEXT,
  next_review_on TEXT,
  base_currency TEXT NOT NULL,
  expected_net BIGINT,
  discount_amount BIGINT,
  discount_currency TEXT,
  case_json ${bytes},
  answer ${bytes},
  UNIQUE (ledger, idempotency_key)
);
CREATE INDEX decision_of_customer ON decision (customer_id, seq);
CREATE INDEX decision_by_action ON decision (action, seq);
CREATE INDEX decision_by_day ON decision (as_of_date, seq);
-- One decision at most is based on another: outcomes of one decision make a chain, also when replicas take them at once.
CREATE UNIQUE INDEX decision_based_on ON decision (based_on) WHERE based_on IS NOT NULL;

-- Each row of a table that ever had a say, once; and which decisions it had a say in.
CREATE TABLE policy_row (
  number ${sequence},
  decision ${collated} NOT NULL,
  row_id ${collated} NOT NULL,
  UNIQUE (decision, row_id)
);
CREATE TABLE decision_row (
  decision_seq BIGINT NOT NULL,
  row_number BIGINT NOT NULL,
  PRIMARY KEY (decision_seq, row_number)
)${compact};

CREATE TABLE outcome (
  seq ${sequence},
  id ${collated} NOT NULL UNIQUE,
  decision_id ${collated} NOT NULL,
  type TEXT NOT NULL,
  receivable_ids TEXT NOT NULL,
  action TEXT,
  channel TEXT,
  amount BIGINT,
  promised_on TEXT,
  offer TEXT,
  happened_on TEXT NOT NULL,
  note TEXT,
  actor TEXT,
  reporter TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  led_to ${collated}
);
CREATE INDEX outcome_of_decision ON outcome (decision_id, seq);
CREATE INDEX outcome_led_to ON outcome (led_to);

-- The worklist: the latest decision of each account, with what it is sorted, filtered and added up by. Priority and overdue are
-- negative here, so that the whole order is ascending and a page begins with one comparison.
CREATE TABLE account (
  ledger ${collated} NOT NULL,
  customer_id ${collated} NOT NULL,
  decision_seq BIGINT NOT NULL,
  as_of_date ${collated} NOT NULL,
  waits SMALLINT NOT NULL,
  priority_order BIGINT NOT NULL,
  overdue_order BIGINT NOT NULL,
  action ${collated} NOT NULL,
  owner_role ${collated},
  aging_bucket ${collated},
  risk_tier ${collated},
  holds TEXT NOT NULL,
  words TEXT NOT NULL,
  currency TEXT,
  outstanding BIGINT,
  overdue BIGINT,
  collectible BIGINT,
  disputed BIGINT,
  discount_currency TEXT,
  discount_amount BIGINT,
  installment_count BIGINT,
  extension_days BIGINT,
  PRIMARY KEY (ledger, customer_id)
);
CREATE INDEX account_in_order ON account (waits, priority_order, overdue_order, customer_id, ledger);

-- Written to see whether writing is possible.
CREATE TABLE probe (
  id INTEGER PRIMARY KEY,
  written_at BIGINT NOT NULL
);
INSERT INTO probe (id, written_at) VALUES (1, 0);
