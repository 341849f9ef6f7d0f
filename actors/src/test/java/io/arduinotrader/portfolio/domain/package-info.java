@NullMarked
package io.arduinotrader.portfolio.domain;

import org.jspecify.annotations.NullMarked;
