/**
 * Planning: the desk that gathers what a plan depends on, the workers that make plans, and the
 * entities that keep them.
 */
@NullMarked
package io.arduinotrader.planning;

import org.jspecify.annotations.NullMarked;
