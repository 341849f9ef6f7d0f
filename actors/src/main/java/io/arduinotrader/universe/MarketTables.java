package io.arduinotrader.universe;

import io.arduinotrader.persistence.readmodel.PriceTable;
import io.arduinotrader.persistence.readmodel.RateTable;
import io.arduinotrader.persistence.readmodel.ScoreTable;

/** The tables that hold market data on this node. */
public record MarketTables(PriceTable prices, RateTable rates, ScoreTable scores) {}
