/**
 * Parts of what an account's trading rules remember: each decides on its events and applies them.
 */
@NullMarked
package io.arduinotrader.trading.domain.memory;

import org.jspecify.annotations.NullMarked;
