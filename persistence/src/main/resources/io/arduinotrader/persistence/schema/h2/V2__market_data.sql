-- Prices and rates: data, not decisions, so they are no events.

CREATE TABLE price_bar (
  isin VARCHAR(12) NOT NULL,
  trading_day DATE NOT NULL,
  currency VARCHAR(3) NOT NULL,
  open DECIMAL(18, 6) NOT NULL,
  high DECIMAL(18, 6) NOT NULL,
  low DECIMAL(18, 6) NOT NULL,
  close DECIMAL(18, 6) NOT NULL,
  adjusted_close DECIMAL(18, 6) NOT NULL,
  volume BIGINT NOT NULL,
  source VARCHAR(255) NOT NULL,
  recorded_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (isin, trading_day)
);

CREATE TABLE fx_rate (
  base VARCHAR(3) NOT NULL,
  quote VARCHAR(3) NOT NULL,
  at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  -- how many units of the quote currency one unit of the base currency buys
  rate DECIMAL(20, 10) NOT NULL,
  source VARCHAR(255) NOT NULL,
  PRIMARY KEY (base, quote, at)
);
