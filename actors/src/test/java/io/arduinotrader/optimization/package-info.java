/** Shows how questions about weights and trades are put to the mathematics and answered. */
@NullMarked
package io.arduinotrader.optimization;

import org.jspecify.annotations.NullMarked;
