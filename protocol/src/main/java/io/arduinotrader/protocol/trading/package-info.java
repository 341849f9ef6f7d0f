/** What orders and the account's trading rules are asked, answer, remember and show. */
@NullMarked
package io.arduinotrader.protocol.trading;

import org.jspecify.annotations.NullMarked;
