/** What the job scheduler is asked, answers, remembers and shows. */
@NullMarked
package io.arduinotrader.protocol.jobs;

import org.jspecify.annotations.NullMarked;
