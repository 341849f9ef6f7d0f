package io.arduinotrader.gateway.server;

import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * Reads a request to its end although nobody wants the rest. Cancelling a request resets its call,
 * and the reset may overtake the status that says why: the client would learn nothing.
 */
final class ReadToTheEnd extends GraphStage<FlowShape<ByteString, ByteString>> {

  private final Inlet<ByteString> in = Inlet.create("ReadToTheEnd.in");
  private final Outlet<ByteString> out = Outlet.create("ReadToTheEnd.out");
  private final long most;

  /**
   * A stage for one request.
   *
   * @param most bytes that are read for nothing; a longer rest is cut off
   */
  ReadToTheEnd(long most) {
    this.most = most;
  }

  @Override
  public FlowShape<ByteString, ByteString> shape() {
    return FlowShape.of(in, out);
  }

  @Override
  public GraphStageLogic createLogic(Attributes attributes) {
    return new Logic();
  }

  private final class Logic extends GraphStageLogic {

    private boolean unwanted;
    private long dropped;

    Logic() {
      super(shape());
      AbstractInOutHandler handler =
          new AbstractInOutHandler() {
            @Override
            public void onPush() {
              take(grab(in));
            }

            @Override
            public void onPull() {
              pull(in);
            }

            @Override
            public void onDownstreamFinish(Throwable cause) {
              unwanted = true;
              if (isClosed(in)) {
                completeStage();
              } else if (!hasBeenPulled(in)) {
                pull(in);
              }
            }
          };
      setHandler(in, handler);
      setHandler(out, handler);
    }

    private void take(ByteString bytes) {
      if (!unwanted) {
        push(out, bytes);
        return;
      }
      dropped += bytes.size();
      if (dropped > most) {
        completeStage();
      } else {
        pull(in);
      }
    }
  }
}
