/** What the keeper of answers is told and says. */
@NullMarked
package io.arduinotrader.protocol.answers;

import org.jspecify.annotations.NullMarked;
