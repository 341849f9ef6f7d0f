package io.arduinotrader.cluster;

import io.arduinotrader.process.NodeProcess;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A board killed while the other one waited for it.
 *
 * @param status what the waiting caller was told
 * @param known from the kill until the caller was told
 */
record KilledBoard(Status.Code status, Duration known) {

  /** Kills a board, stopped before so that it surely owes an answer when it dies. */
  static KilledBoard of(TwoDevices pair, NodeProcess victim, NodeProcess other) {
    AtomicLong told = new AtomicLong();
    AtomicLong killed = new AtomicLong();
    CompletableFuture<GetSummaryResponse> pending =
        pair.call(
            other,
            line -> {
              PortfolioServiceClient portfolio = PortfolioServiceClient.create(line, pair.client());
              TwoDevices.get(portfolio.healthCheck(Empty.getDefaultInstance()));
              victim.pause();
              CompletableFuture<GetSummaryResponse> asked =
                  portfolio
                      .getSummary(GetSummaryRequest.getDefaultInstance())
                      .whenComplete((answer, failure) -> told.set(System.nanoTime()))
                      .toCompletableFuture();
              // answered from memory and after the question before it has been passed on
              TwoDevices.get(portfolio.healthCheck(Empty.getDefaultInstance()));
              killed.set(System.nanoTime());
              victim.kill();
              return asked;
            });
    Status.Code status = TwoDevices.status(pending);
    return new KilledBoard(status, Duration.ofNanos(told.get() - killed.get()));
  }
}
