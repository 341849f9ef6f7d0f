/** Shows what the events of job runs add up to. */
@NullMarked
package io.arduinotrader.jobs.domain;

import org.jspecify.annotations.NullMarked;
