-- What commands under an idempotency key were answered. A row without an answer is a command that
-- was begun; whether it had an effect is known by the ids that follow from its key.

CREATE TABLE command_answer (
  command VARCHAR(64) NOT NULL,
  command_key VARCHAR(128) NOT NULL,
  -- SHA-256 of the request, to tell another request under the same key
  body_hash VARCHAR(64) NOT NULL,
  answer VARBINARY(1048576),
  begun_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (command, command_key)
);

CREATE INDEX command_answer_oldest ON command_answer (begun_at);
