/**
 * Which trades are worth considering: found by category, sized in whole lots, checked against the
 * rules, and chosen.
 */
@NullMarked
package io.arduinotrader.planning.domain.candidate;

import org.jspecify.annotations.NullMarked;
