/** Jobs: what runs by the clock or on demand, with a stored history of runs. */
@NullMarked
package io.arduinotrader.jobs;

import org.jspecify.annotations.NullMarked;
