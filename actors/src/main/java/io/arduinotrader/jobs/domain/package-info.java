/** The pure rules of job runs: when one is due, and what the history says. */
@NullMarked
package io.arduinotrader.jobs.domain;

import org.jspecify.annotations.NullMarked;
