/**
 * Several nodes as one system: their profiles, two processes, and what happens when one is lost.
 */
@NullMarked
package io.arduinotrader.cluster;

import org.jspecify.annotations.NullMarked;
