/** Scoring: the desk that gathers what scores depend on, and the workers that compute them. */
@NullMarked
package io.arduinotrader.scoring;

import org.jspecify.annotations.NullMarked;
