@NullMarked
package io.arduinotrader.portfolio;

import org.jspecify.annotations.NullMarked;
