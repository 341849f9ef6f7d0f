/** The operations service: bringing data in, and looking into ledger, journal and plans. */
@NullMarked
package io.arduinotrader.gateway.operations;

import org.jspecify.annotations.NullMarked;
