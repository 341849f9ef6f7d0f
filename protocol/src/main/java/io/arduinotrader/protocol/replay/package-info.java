/** What can be asked about the past of an account, and what its journal answers. */
@NullMarked
package io.arduinotrader.protocol.replay;

import org.jspecify.annotations.NullMarked;
