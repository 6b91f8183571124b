-- One decision at most is based on another: outcomes of one decision make a chain, also when replicas take them at once.
DROP INDEX decision_based_on;
CREATE UNIQUE INDEX decision_based_on ON decision (based_on) WHERE based_on IS NOT NULL;

-- The decision that an outcome led to.
ALTER TABLE outcome ADD COLUMN led_to ${collated};
CREATE INDEX outcome_led_to ON outcome (led_to);

-- What is added up over accounts, beside them.
ALTER TABLE decision ADD COLUMN discount_currency TEXT;
ALTER TABLE account ADD COLUMN currency TEXT;
ALTER TABLE account ADD COLUMN outstanding BIGINT;
ALTER TABLE account ADD COLUMN overdue BIGINT;
ALTER TABLE account ADD COLUMN collectible BIGINT;
ALTER TABLE account ADD COLUMN disputed BIGINT;
ALTER TABLE account ADD COLUMN discount_currency TEXT;
ALTER TABLE account ADD COLUMN discount_amount BIGINT;
ALTER TABLE account ADD COLUMN installment_count BIGINT;
ALTER TABLE account ADD COLUMN extension_days BIGINT;
UPDATE decision SET discount_currency = currency WHERE discount_amount IS NOT NULL;
UPDATE account SET
  currency = (SELECT d.currency FROM decision d WHERE d.seq = account.decision_seq),
  outstanding = (SELECT d.outstanding FROM decision d WHERE d.seq = account.decision_seq),
  overdue = (SELECT d.overdue FROM decision d WHERE d.seq = account.decision_seq),
  collectible = (SELECT d.collectible FROM decision d WHERE d.seq = account.decision_seq),
  disputed = (SELECT d.disputed FROM decision d WHERE d.seq = account.decision_seq),
  discount_currency = (SELECT d.discount_currency FROM decision d WHERE d.seq = account.decision_seq),
  discount_amount = (SELECT d.discount_amount FROM decision d WHERE d.seq = account.decision_seq),
  installment_count = (SELECT d.installment_count FROM decision d WHERE d.seq = account.decision_seq),
  extension_days = (SELECT d.extension_days FROM decision d WHERE d.seq = account.decision_seq);
