/**
 * The stored form of every family of events and every kind of snapshot. A form that has been
 * written once is never changed: a new one gets a new manifest, and the old one is read on.
 */
@NullMarked
package io.arduinotrader.persistence.codec.form;

import org.jspecify.annotations.NullMarked;
