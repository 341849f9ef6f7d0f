package io.arduinotrader.persistence.db;

import org.apache.pekko.actor.setup.Setup;

/** Hands the node's database to the actor system that is created with it. */
public final class DatabaseSetup extends Setup {

  private final Database database;

  public DatabaseSetup(Database database) {
    this.database = database;
  }

  Database database() {
    return database;
  }
}
