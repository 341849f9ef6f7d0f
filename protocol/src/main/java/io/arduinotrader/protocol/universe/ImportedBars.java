package io.arduinotrader.protocol.universe;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of the bars of a price file.
 *
 * @param rows data rows in the file, without the header
 * @param stored bars that were new or differed from the stored ones
 * @param securities distinct securities with at least one usable bar
 * @param first oldest day with a usable bar
 * @param last newest day with a usable bar
 */
public record ImportedBars(
    long rows, int stored, int securities, Optional<LocalDate> first, Optional<LocalDate> last) {}
