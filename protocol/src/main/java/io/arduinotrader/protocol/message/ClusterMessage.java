package io.arduinotrader.protocol.message;

/** Marks what may travel between nodes; implementations are records or enums, encoded as CBOR. */
public interface ClusterMessage {}
