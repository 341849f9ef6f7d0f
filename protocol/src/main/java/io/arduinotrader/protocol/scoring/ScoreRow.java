package io.arduinotrader.protocol.scoring;

import java.time.LocalDate;

/** A stored score of a day: total 0 to 1 and its letter. */
public record ScoreRow(LocalDate day, double total, String grade) {}
