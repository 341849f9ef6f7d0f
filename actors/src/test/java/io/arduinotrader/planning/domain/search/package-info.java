/** Rules of their own. */
@NullMarked
package io.arduinotrader.planning.domain.search;

import org.jspecify.annotations.NullMarked;
