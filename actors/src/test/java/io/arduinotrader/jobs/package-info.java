/** Shows when jobs run and what is remembered of it, on a clock the test moves. */
@NullMarked
package io.arduinotrader.jobs;

import org.jspecify.annotations.NullMarked;
