/** Real processes: a node started, stopped, killed and started again, called by a real client. */
@NullMarked
package io.arduinotrader.process;

import org.jspecify.annotations.NullMarked;
