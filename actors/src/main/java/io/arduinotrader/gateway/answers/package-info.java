/** Commands that may be repeated: the same key, the same answer, nothing done twice. */
@NullMarked
package io.arduinotrader.gateway.answers;

import org.jspecify.annotations.NullMarked;
