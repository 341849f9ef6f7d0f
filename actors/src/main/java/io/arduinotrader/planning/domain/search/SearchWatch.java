package io.arduinotrader.planning.domain.search;

import io.arduinotrader.protocol.planning.SearchCounters;

/** Follows a search and may end it early. */
@FunctionalInterface
public interface SearchWatch {

  /** Lets the search go to its end. */
  SearchWatch PATIENT = soFar -> true;

  /**
   * Called every few thousand sequences by the thread that searches.
   *
   * @return whether to go on; a search that is ended says how much better the rest could be
   */
  boolean goesOn(SearchCounters soFar);
}
