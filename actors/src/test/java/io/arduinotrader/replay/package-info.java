@NullMarked
package io.arduinotrader.replay;

import org.jspecify.annotations.NullMarked;
