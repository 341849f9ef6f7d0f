package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.system.Health.Check;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.journal.JournalQuery;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanIndexQuery;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.ClusterSight;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** Probes services by asking their actors something that costs nothing. */
final class HealthProbes {

  /** An actor that takes longer for nothing is not well. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Rooms rooms;
  private final ClusterSight sight;
  private final Host host;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  HealthProbes(
      Rooms rooms, ClusterSight sight, Host host, InstantSource clock, LongSupplier nanoTime) {
    this.rooms = rooms;
    this.sight = sight;
    this.host = host;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** Makes all checks of a service at once; the stage never fails. */
  CompletionStage<Health> probe(ServiceRole service) {
    Optional<String> where = sight.hostOf(service);
    long started = nanoTime.getAsLong();
    AtomicLong answered = new AtomicLong(started);
    Map<Check, CompletableFuture<Boolean>> checks = new EnumMap<>(Check.class);
    checks.put(
        Check.MEMBERSHIP, CompletableFuture.completedFuture(sight.isMember() && where.isPresent()));
    checks.put(
        Check.ACTORS,
        all(actors(service)).whenComplete((fine, failure) -> answered.set(nanoTime.getAsLong())));
    further(service).forEach((check, question) -> checks.put(check, passes(question)));
    return CompletableFuture.allOf(checks.values().toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                Health.of(
                    service,
                    where,
                    Duration.ofNanos(answered.get() - started),
                    failing(checks),
                    clock.instant()));
  }

  private List<Supplier<CompletionStage<Boolean>>> actors(ServiceRole service) {
    return switch (service) {
      case PLANNING -> List.of(sign(PlanningCommand.KEY), sign(PlanIndexQuery.KEY));
      case SCORING -> List.of(sign(ScoringCommand.KEY));
      case OPTIMIZATION -> List.of(sign(OptimizationCommand.KEY));
      case PORTFOLIO ->
          List.of(
              () ->
                  rooms
                      .ask(
                          PortfolioCommand.KEY,
                          AccountId.DEFAULT.value(),
                          PATIENCE,
                          PortfolioCommand.GetPortfolio::new)
                      .thenApply(view -> true),
              sign(ValuationQuery.KEY));
      case TRADING ->
          List.of(
              () ->
                  rooms
                      .ask(
                          TradingCommand.KEY,
                          AccountId.DEFAULT.value(),
                          PATIENCE,
                          TradingCommand.GetTrading::new)
                      .thenApply(view -> true));
      case UNIVERSE ->
          List.of(
              () ->
                  rooms
                      .ask(
                          UniverseCommand.KEY,
                          UniverseCommand.DEFAULT_ID,
                          PATIENCE,
                          UniverseCommand.GetUniverse::new)
                      .thenApply(view -> true),
              sign(MarketDataQuery.KEY));
      case GATEWAY ->
          List.of(
              () ->
                  rooms
                      .ask(
                          CycleCommand.KEY,
                          AccountId.DEFAULT.value(),
                          PATIENCE,
                          CycleCommand.GetCycle::new)
                      .thenApply(view -> true),
              () ->
                  rooms
                      .ask(JobCommand.KEY, PATIENCE, JobCommand.GetJobs::new)
                      .thenApply(view -> true));
    };
  }

  private Map<Check, Supplier<CompletionStage<Boolean>>> further(ServiceRole service) {
    return switch (service) {
      case SCORING, OPTIMIZATION -> Map.of();
      case PLANNING, PORTFOLIO -> Map.of(Check.JOURNAL, journal(service));
      case TRADING -> Map.of(Check.JOURNAL, journal(service), Check.BROKER, this::broker);
      case UNIVERSE -> Map.of(Check.JOURNAL, journal(service), Check.FEED, sign(FeedCommand.KEY));
      case GATEWAY ->
          Map.of(
              Check.JOURNAL,
              journal(service),
              Check.MEMORY,
              () -> CompletableFuture.completedFuture(host.hasMemory()),
              Check.DISK,
              () -> CompletableFuture.completedFuture(host.hasDisk()));
    };
  }

  /** Each node has its own journal; the service's is the one that counts. */
  private Supplier<CompletionStage<Boolean>> journal(ServiceRole service) {
    return () ->
        rooms
            .<JournalQuery, JournalQuery.WritableReply>askBeside(
                service, JournalQuery.KEY, PATIENCE, JournalQuery.CheckWritable::new)
            .thenApply(
                reply ->
                    switch (reply) {
                      case JournalQuery.Writable writable -> true;
                      case JournalQuery.NotWritable broken -> false;
                    });
  }

  private CompletionStage<Boolean> broker() {
    return rooms
        .<BrokerCommand, BrokerView>ask(BrokerCommand.KEY, PATIENCE, BrokerCommand.GetBroker::new)
        .thenApply(broker -> broker.reachable() && broker.ready());
  }

  private Supplier<CompletionStage<Boolean>> sign(ServiceKey<?> desk) {
    return () -> rooms.awaitSign(desk, PATIENCE).thenApply(done -> true);
  }

  private static CompletableFuture<Boolean> all(
      Collection<Supplier<CompletionStage<Boolean>>> questions) {
    List<CompletableFuture<Boolean>> answers =
        questions.stream().map(HealthProbes::passes).toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(done -> answers.stream().allMatch(answer -> answer.getNow(false)));
  }

  /** Whether a question is answered well; one that cannot be asked or answered is not. */
  private static CompletableFuture<Boolean> passes(Supplier<CompletionStage<Boolean>> question) {
    return CompletableFuture.completedFuture(question)
        .thenCompose(Supplier::get)
        .exceptionally(failure -> false);
  }

  private static List<Check> failing(Map<Check, CompletableFuture<Boolean>> checks) {
    List<Check> failing = new ArrayList<>();
    checks.forEach(
        (check, passed) -> {
          if (!passed.getNow(false)) {
            failing.add(check);
          }
        });
    return failing;
  }
}
