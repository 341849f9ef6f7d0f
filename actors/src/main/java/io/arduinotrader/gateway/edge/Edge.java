package io.arduinotrader.gateway.edge;

import io.arduinotrader.support.Rooms;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * What every service works with.
 *
 * @param clock the wall clock, for records
 * @param marketToday the day it is in the market, which may be a replayed one
 */
public record Edge(
    ActorSystem<?> system,
    Rooms rooms,
    CallContext.Source calls,
    InstantSource clock,
    Supplier<LocalDate> marketToday) {}
