/** The files an operator installs. */
@NullMarked
package io.arduinotrader.deploy;

import org.jspecify.annotations.NullMarked;
