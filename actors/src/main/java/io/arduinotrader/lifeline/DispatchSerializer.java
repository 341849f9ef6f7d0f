package io.arduinotrader.lifeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.apache.pekko.serialization.Serializers;

/**
 * Writes a command on its way as its passes followed by the command in its own encoding. The
 * cluster makes it by its class name.
 */
public final class DispatchSerializer extends SerializerWithStringManifest {

  private static final int IDENTIFIER = 1_735_501;
  private static final String MANIFEST = "dispatched.v1";

  private final ExtendedActorSystem system;

  public DispatchSerializer(ExtendedActorSystem system) {
    this.system = system;
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return MANIFEST;
  }

  @Override
  public byte[] toBinary(Object message) {
    if (!(message instanceof Dispatched dispatched)) {
      throw new IllegalArgumentException("not on its way: " + message.getClass().getName());
    }
    Object command = dispatched.command();
    Serializer serializer = serialization().findSerializerFor(command);
    byte[] payload = serializer.toBinary(command);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(dispatched.sender());
      out.writeLong(dispatched.patience().toNanos());
      out.writeUTF(dispatched.asker().map(resolver()::toSerializationFormat).orElse(""));
      out.writeByte(dispatched.passes().size());
      for (Pass pass : dispatched.passes()) {
        out.writeLong(pass.node());
        out.writeLong(pass.epoch());
        out.writeLong(pass.stamp());
      }
      out.writeInt(serializer.identifier());
      out.writeUTF(Serializers.manifestFor(serializer, command));
      out.write(payload);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    if (!manifest.equals(MANIFEST)) {
      throw new NotSerializableException("unknown manifest " + manifest);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long sender = in.readLong();
      Duration patience = Duration.ofNanos(in.readLong());
      String asker = in.readUTF();
      List<Pass> passes = new ArrayList<>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        passes.add(new Pass(in.readLong(), in.readLong(), in.readLong()));
      }
      int identifier = in.readInt();
      String payloadManifest = in.readUTF();
      Object command =
          serialization().deserialize(in.readAllBytes(), identifier, payloadManifest).get();
      return new Dispatched(
          command,
          sender,
          List.copyOf(passes),
          patience,
          asker.isEmpty() ? Optional.empty() : Optional.of(resolved(asker)));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private ActorRef<Object> resolved(String asker) {
    return resolver().resolveActorRef(asker);
  }

  /** Looked up late: the serializers are made before the extension is. */
  private Serialization serialization() {
    return SerializationExtension.get(system);
  }

  private ActorRefResolver resolver() {
    return ActorRefResolver.get(Adapter.toTyped(system));
  }
}
