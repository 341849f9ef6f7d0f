/** Where a node runs: its profile, roles and settings, read once and checked as a whole. */
@NullMarked
package io.arduinotrader.config;

import org.jspecify.annotations.NullMarked;
