/** The command line: what {@code deploy/trader} does by calling a node's gateway. */
@NullMarked
package io.arduinotrader.console;

import org.jspecify.annotations.NullMarked;
