/** Shows how one security's job is read and its score explained. */
@NullMarked
package io.arduinotrader.scoring;

import org.jspecify.annotations.NullMarked;
