package io.arduinotrader.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test that calls real servers in front of a scripted house, started once per class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GatewayTest {

  protected GatewayFixture gateway;
  protected ScriptedRooms rooms;

  @BeforeAll
  void startServers() {
    gateway = new GatewayFixture();
    rooms = gateway.rooms;
  }

  @AfterAll
  void stopServers() {
    gateway.close();
  }

  @BeforeEach
  void forgetTheScript() {
    rooms.clear();
  }
}
