@NullMarked
package io.arduinotrader.portfolio.domain.valuation;

import org.jspecify.annotations.NullMarked;
