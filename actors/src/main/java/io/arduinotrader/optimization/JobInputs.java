package io.arduinotrader.optimization;

import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everything the weights of a job depend on, in a fixed order. */
final class JobInputs {

  private JobInputs() {}

  /** The same for jobs that differ in nothing, and for no others. */
  static Digest digest(Job job) {
    Job rules =
        new Job(
            List.of(),
            job.groups(),
            job.budget(),
            job.windowDays(),
            job.wanted(),
            job.aims(),
            job.minimumWeight(),
            job.maximumPositions(),
            job.maximumTurnover());
    byte[][] parts = new byte[1 + 2 * job.assets().size()][];
    parts[0] = rules.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < job.assets().size(); i++) {
      Asset asset = job.assets().get(i);
      parts[1 + 2 * i] = text(asset).getBytes(StandardCharsets.UTF_8);
      parts[2 + 2 * i] = columns(asset);
    }
    return Digest.of(parts);
  }

  private static String text(Asset asset) {
    return List.of(
            asset.isin(),
            asset.symbol(),
            asset.current(),
            asset.wanted(),
            asset.minimum(),
            asset.maximum(),
            asset.mayBuy(),
            asset.maySell(),
            asset.figures(),
            asset.days().length,
            asset.prices().length)
        .toString();
  }

  private static byte[] columns(Asset asset) {
    ByteBuffer columns =
        ByteBuffer.allocate(
            Integer.BYTES * asset.days().length + Double.BYTES * asset.prices().length);
    for (int day : asset.days()) {
      columns.putInt(day);
    }
    for (double price : asset.prices()) {
      columns.putDouble(price);
    }
    return columns.array();
  }
}
