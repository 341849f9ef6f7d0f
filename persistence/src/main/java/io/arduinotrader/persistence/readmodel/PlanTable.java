package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The list of all finished plans. Every method throws {@link StoreUnavailableException} or an
 * {@link SQLException} on failure.
 */
public final class PlanTable {

  private static final String COUNT = "SELECT COUNT(*) FROM plan_index";

  private static final String PAGE =
      "SELECT portfolio_hash, number FROM plan_index"
          + " ORDER BY score DESC, created_at DESC, portfolio_hash, number"
          + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";

  private static final String INSERT =
      Columns.insert(
          "plan_index",
          List.of("portfolio_hash", "number", "account", "score", "status", "steps", "created_at"));

  private static final String MARK =
      "UPDATE plan_index SET status = ? WHERE portfolio_hash = ? AND number = ?";

  private final Database database;

  public PlanTable(Database database) {
    this.database = database;
  }

  /** A page of the plans, best score first, then newest, and how many there are in all. */
  public Page<PlanId> page(int limit, int offset) {
    return database.read(
        "plans",
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(COUNT);
              PreparedStatement page = connection.prepareStatement(PAGE)) {
            Columns.bind(page, offset, limit);
            long total = Columns.count(count);
            return new Page<>(Columns.all(page, PlanTable::id), total);
          }
        });
  }

  private static PlanId id(ResultSet rows) throws SQLException {
    return new PlanId(new PortfolioHash(rows.getString("portfolio_hash")), rows.getInt("number"));
  }

  /** Stores a plan within a projection's transaction. */
  public static void insert(Connection connection, Plan plan) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      Columns.bind(
          statement,
          plan.id().portfolioHash().value(),
          plan.id().number(),
          plan.account().value(),
          plan.score(),
          plan.status().name(),
          plan.steps().size(),
          plan.createdAt());
      statement.executeUpdate();
    }
  }

  /** Stores where a plan stands now within a projection's transaction. */
  public static void mark(Connection connection, PlanId id, Plan.Status status)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      Columns.bind(statement, status.name(), id.portfolioHash().value(), id.number());
      statement.executeUpdate();
    }
  }
}
