-- Tables that projections derive from events. Each row comes from one event and is written in the
-- same transaction as the projection's offset.

CREATE TABLE pekko_projection_offset_store (
  projection_name VARCHAR(255) NOT NULL,
  projection_key VARCHAR(255) NOT NULL,
  current_offset VARCHAR(255) NOT NULL,
  manifest VARCHAR(4) NOT NULL,
  mergeable BOOLEAN NOT NULL,
  last_updated BIGINT NOT NULL,
  PRIMARY KEY (projection_name, projection_key)
);

CREATE TABLE pekko_projection_management (
  projection_name VARCHAR(255) NOT NULL,
  projection_key VARCHAR(255) NOT NULL,
  paused BOOLEAN NOT NULL,
  last_updated BIGINT NOT NULL,
  PRIMARY KEY (projection_name, projection_key)
);

-- One row per execution.
CREATE TABLE trade (
  account VARCHAR(128) NOT NULL,
  fill_id VARCHAR(128) NOT NULL,
  -- the booking event's place in the account's stream
  sequence_number BIGINT NOT NULL,
  intent_id VARCHAR(128) NOT NULL,
  broker_order_id VARCHAR(128) NOT NULL,
  isin VARCHAR(12) NOT NULL,
  symbol VARCHAR(32) NOT NULL,
  side VARCHAR(4) NOT NULL,
  quantity DECIMAL(24, 6) NOT NULL,
  price DECIMAL(24, 6) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  commission DECIMAL(24, 4) NOT NULL,
  rate_base VARCHAR(3) NOT NULL,
  rate DECIMAL(20, 10) NOT NULL,
  rate_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  rate_source VARCHAR(255) NOT NULL,
  sold DECIMAL(24, 4),
  sold_currency VARCHAR(3),
  bought DECIMAL(24, 4),
  conversion_base VARCHAR(3),
  conversion_quote VARCHAR(3),
  conversion_rate DECIMAL(20, 10),
  conversion_at TIMESTAMP(6) WITH TIME ZONE,
  conversion_source VARCHAR(255),
  executed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account, fill_id)
);

CREATE INDEX trade_newest ON trade (account, executed_at, sequence_number);

-- One row per movement of cash, with the balance of its currency afterwards.
CREATE TABLE cash_entry (
  account VARCHAR(128) NOT NULL,
  -- the event's place in the account's stream and the movement's place within the event
  sequence_number BIGINT NOT NULL,
  part INTEGER NOT NULL,
  entry_id VARCHAR(160) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  amount DECIMAL(24, 4) NOT NULL,
  balance DECIMAL(24, 4) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  reference VARCHAR(128) NOT NULL,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account, sequence_number, part),
  CONSTRAINT cash_entry_once UNIQUE (account, entry_id)
);

CREATE INDEX cash_entry_balance ON cash_entry (account, currency, sequence_number, part);

-- One row per computed score.
CREATE TABLE score_history (
  isin VARCHAR(12) NOT NULL,
  -- the scoring event's place in the security's stream
  sequence_number BIGINT NOT NULL,
  score_day DATE NOT NULL,
  total DOUBLE PRECISION NOT NULL,
  grade VARCHAR(16) NOT NULL,
  calculated_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (isin, sequence_number)
);

CREATE INDEX score_history_day ON score_history (isin, score_day);

-- One row per finished plan.
CREATE TABLE plan_index (
  portfolio_hash VARCHAR(8) NOT NULL,
  number INTEGER NOT NULL,
  account VARCHAR(128) NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  status VARCHAR(16) NOT NULL,
  steps INTEGER NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (portfolio_hash, number)
);

CREATE INDEX plan_index_best ON plan_index (score, created_at);
