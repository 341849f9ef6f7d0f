/** Shows what plans come of which gaps, without actors, storage and clocks. */
@NullMarked
package io.arduinotrader.planning.domain;

import org.jspecify.annotations.NullMarked;
