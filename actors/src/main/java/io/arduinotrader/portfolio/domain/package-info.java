/**
 * The rules of the books: what may change them, how they change, what they are worth. Pure
 * functions and immutable values.
 */
@NullMarked
package io.arduinotrader.portfolio.domain;

import org.jspecify.annotations.NullMarked;
