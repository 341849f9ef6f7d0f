/** What all messages between actors share: the marker of their codec and the form of a refusal. */
@NullMarked
package io.arduinotrader.protocol.message;

import org.jspecify.annotations.NullMarked;
