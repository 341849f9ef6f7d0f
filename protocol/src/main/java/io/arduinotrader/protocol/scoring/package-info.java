/** What the scoring pool is asked and answers. */
@NullMarked
package io.arduinotrader.protocol.scoring;

import org.jspecify.annotations.NullMarked;
