/**
 * The best set of trades among all of them: enumerated depth first, bounded, split by the first
 * action, and merged.
 */
@NullMarked
package io.arduinotrader.planning.domain.search;

import org.jspecify.annotations.NullMarked;
