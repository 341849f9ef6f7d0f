package io.arduinotrader.universe;

import java.util.concurrent.Executor;

/**
 * Where calls may block.
 *
 * @param feeds for calls to sources of market data
 * @param tables for reading and writing tables
 */
public record Threads(Executor feeds, Executor tables) {}
