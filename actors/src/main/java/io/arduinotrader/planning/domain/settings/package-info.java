/** The knobs of the planner: presets, sliders, reading and writing. */
@NullMarked
package io.arduinotrader.planning.domain.settings;

import org.jspecify.annotations.NullMarked;
