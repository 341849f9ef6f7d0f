/** What the keeper of the journal is asked and answers. */
@NullMarked
package io.arduinotrader.protocol.journal;

import org.jspecify.annotations.NullMarked;
