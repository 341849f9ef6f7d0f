/**
 * The tables and how they come into being. The scripts lie beside this package in the resources,
 * one folder per kind of database; a script that has been released is never changed.
 */
@NullMarked
package io.arduinotrader.persistence.schema;

import org.jspecify.annotations.NullMarked;
