/** What actors of every room build on: journaled entities, clocks, work queues, ids. */
@NullMarked
package io.arduinotrader.support;

import org.jspecify.annotations.NullMarked;
