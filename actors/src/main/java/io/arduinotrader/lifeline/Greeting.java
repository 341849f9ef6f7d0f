package io.arduinotrader.lifeline;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads what the other node says on a line: who it is, which epoch it grants, and its stamps. */
final class Greeting {

  /** What a node of this system says first. */
  static final long MAGIC = 0x6172_6475_5f6c_6966L;

  private final LongSupplier nanoTime;
  private final Consumer<Line> onGreeted;
  private int heard;
  private long node;
  private long epoch;
  private @Nullable Line line;

  /**
   * Nothing heard yet.
   *
   * @param nanoTime this node's monotonic clock
   * @param onGreeted is told the line once the other node has introduced itself
   */
  Greeting(LongSupplier nanoTime, Consumer<Line> onGreeted) {
    this.nanoTime = nanoTime;
    this.onGreeted = onGreeted;
  }

  void take(long number) {
    Line open = line;
    if (open != null) {
      open.stamp(number, nanoTime.getAsLong());
      return;
    }
    switch (heard++) {
      case 0 -> requireMagic(number);
      case 1 -> node = number;
      case 2 -> epoch = number;
      default -> {
        Line greeted = new Line(node, epoch, number, nanoTime.getAsLong());
        line = greeted;
        onGreeted.accept(greeted);
      }
    }
  }

  static void requireMagic(long number) {
    if (number != MAGIC) {
      throw new IllegalStateException("something else than a node answers");
    }
  }
}
