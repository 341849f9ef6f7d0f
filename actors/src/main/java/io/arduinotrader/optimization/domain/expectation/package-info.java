/** What securities are expected to return, from their record, their score and the market. */
@NullMarked
package io.arduinotrader.optimization.domain.expectation;

import org.jspecify.annotations.NullMarked;
