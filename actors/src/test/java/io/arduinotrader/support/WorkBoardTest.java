package io.arduinotrader.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkBoardTest {

  private final WorkBoard<String, String> board = new WorkBoard<>(2);

  @Test
  void aWorkerHasOneJobAtATime() {
    board.arrived("fast");
    board.offer(1, "first");
    board.offer(2, "second");

    assertThat(board.next()).contains(new WorkBoard.Assignment<>("fast", 1, "first"));
    assertThat(board.next()).isEmpty();

    assertThat(board.finished("fast", 1)).isTrue();
    assertThat(board.next()).contains(new WorkBoard.Assignment<>("fast", 2, "second"));
  }

  @Test
  void theQueueIsBounded() {
    assertThat(board.offer(1, "first")).isTrue();
    assertThat(board.offer(2, "second")).isTrue();
    assertThat(board.offer(3, "third")).isFalse();
    assertThat(board.waiting()).isEqualTo(2);
  }

  @Test
  void theJobOfALostWorkerIsDoneFirstByTheNext() {
    board.arrived("dying");
    board.offer(1, "first");
    board.next();
    board.offer(2, "second");

    board.lost("dying");
    board.arrived("healthy");

    assertThat(board.next()).contains(new WorkBoard.Assignment<>("healthy", 1, "first"));
    assertThat(board.workers()).isEqualTo(1);
  }

  @Test
  void aResultOfAnotherJobFreesNobody() {
    board.arrived("worker");
    board.offer(1, "first");
    board.next();

    assertThat(board.finished("worker", 7)).isFalse();
    board.offer(2, "second");
    assertThat(board.next()).isEmpty();
  }

  @Test
  void aWithdrawnJobIsNotHandedOut() {
    board.offer(1, "first");
    board.withdraw(1);
    board.arrived("worker");

    assertThat(board.next()).isEmpty();
  }

  @Test
  void aWorkerThatArrivesTwiceIsOneWorker() {
    board.arrived("worker");
    board.arrived("worker");
    board.offer(1, "first");
    board.next();
    board.arrived("worker");
    board.offer(2, "second");

    assertThat(board.next()).isEmpty();
    assertThat(board.workers()).isEqualTo(1);
  }
}
