/** Looking back: reading the journal to prove what happened, without any entity taking part. */
@NullMarked
package io.arduinotrader.replay;

import org.jspecify.annotations.NullMarked;
