package io.arduinotrader.planning.domain.search;

import io.arduinotrader.protocol.planning.PartResult;

/** Follows a search and may end it early. */
@FunctionalInterface
public interface SearchWatch {

  /** Lets the search go to its end. */
  SearchWatch PATIENT = soFar -> true;

  /**
   * Called every few hundred sequences by the thread that searches.
   *
   * @param soFar the one best sequence of the part, and how far it is searched
   * @return whether to go on; a search that is ended says how much better the rest could be
   */
  boolean goesOn(PartResult soFar);
}
