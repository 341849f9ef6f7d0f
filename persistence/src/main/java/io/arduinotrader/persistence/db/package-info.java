/**
 * The one database of a node: its pool of connections, the way Pekko and our own tables share it,
 * and how a write is forced onto the disk.
 */
@NullMarked
package io.arduinotrader.persistence.db;

import org.jspecify.annotations.NullMarked;
