/** The public gRPC interface as clients see it. */
@NullMarked
package io.arduinotrader.contract;

import org.jspecify.annotations.NullMarked;
