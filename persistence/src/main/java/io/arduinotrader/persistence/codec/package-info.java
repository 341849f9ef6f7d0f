/**
 * How events and snapshots become bytes and back: protobuf under manifests of our own, each event
 * linked to its predecessor by a hash.
 */
@NullMarked
package io.arduinotrader.persistence.codec;

import org.jspecify.annotations.NullMarked;
