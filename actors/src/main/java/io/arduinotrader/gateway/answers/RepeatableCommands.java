package io.arduinotrader.gateway.answers;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.answers.AnswerCommand.Answered;
import io.arduinotrader.protocol.answers.AnswerCommand.BeginReply;
import io.arduinotrader.protocol.answers.AnswerCommand.First;
import io.arduinotrader.protocol.answers.AnswerCommand.ForgetReply;
import io.arduinotrader.protocol.answers.AnswerCommand.KeepReply;
import io.arduinotrader.protocol.answers.AnswerCommand.Name;
import io.arduinotrader.protocol.answers.AnswerCommand.NotKept;
import io.arduinotrader.protocol.answers.AnswerCommand.OtherRequest;
import io.arduinotrader.protocol.answers.AnswerCommand.Unanswered;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Commands their callers may repeat under a key. The request is noted before anything is done and
 * the answer before it is given. A repeat is given the same answer. When a node died in between,
 * the command is done again under the ids that follow from its key, which makes it the same order,
 * deposit or cycle; the answer is what has become of it.
 */
public final class RepeatableCommands {

  /** How long the store may take once the command is done: its answer must not be lost for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Rooms rooms;
  private final Map<Running, CompletableFuture<Message>> running = new ConcurrentHashMap<>();

  /** The commands of one service. */
  public RepeatableCommands(Rooms rooms) {
    this.rooms = rooms;
  }

  private record Running(Name name, Digest body) {}

  /**
   * Does a command, or answers what it was answered before. Without a key it is just done.
   *
   * @param command what is called
   * @param mayBeKept whether an answer stays true; one that leaves the outcome open is not kept
   * @return fails with ALREADY_EXISTS when the key was used with another request
   */
  public <M extends Message> CompletionStage<M> answer(
      CallContext call,
      String command,
      Message request,
      Parser<M> parser,
      Predicate<M> mayBeKept,
      Supplier<CompletionStage<M>> work) {
    Optional<String> key = call.idempotencyKey();
    if (key.isEmpty()) {
      return work.get();
    }
    Running mine = new Running(new Name(command, key.get()), digest(request));
    CompletableFuture<Message> outcome = new CompletableFuture<>();
    CompletableFuture<Message> before = running.putIfAbsent(mine, outcome);
    if (before != null) {
      return before.thenApply(message -> read(message.toByteArray(), parser));
    }
    return attempt(() -> begin(call, mine))
        .thenCompose(
            reply ->
                switch (reply) {
                  case Answered known -> Stages.done(read(known, parser));
                  case First first -> kept(mine, parser, mayBeKept, unlessRefused(mine, work));
                  case Unanswered again -> kept(mine, parser, mayBeKept, attempt(work));
                  case OtherRequest other -> throw otherRequest(mine);
                  case NotKept no -> throw CallRefusedException.unavailable(no.reason());
                })
        .whenComplete(
            (message, failure) -> {
              running.remove(mine);
              if (failure == null) {
                outcome.complete(message);
              } else {
                outcome.completeExceptionally(failure);
              }
            });
  }

  /**
   * Does a command that reports how it goes, or repeats its last message.
   *
   * @param isLast whether a message is the last one and says how the command ended
   */
  public <M extends Message> Source<M, NotUsed> stream(
      CallContext call,
      String command,
      Message request,
      Parser<M> parser,
      Predicate<M> isLast,
      Supplier<Source<M, NotUsed>> work) {
    Optional<String> key = call.idempotencyKey();
    if (key.isEmpty()) {
      return work.get();
    }
    Running mine = new Running(new Name(command, key.get()), digest(request));
    return Source.completionStage(begin(call, mine))
        .flatMapConcat(
            reply ->
                switch (reply) {
                  case Answered known -> Source.single(read(known, parser));
                  case First first -> keeping(mine, parser, isLast, work.get());
                  case Unanswered again -> keeping(mine, parser, isLast, work.get());
                  case OtherRequest other -> Source.failed(otherRequest(mine));
                  case NotKept no -> Source.failed(CallRefusedException.unavailable(no.reason()));
                });
  }

  private <M extends Message> Source<M, NotUsed> keeping(
      Running mine, Parser<M> parser, Predicate<M> isLast, Source<M, NotUsed> source) {
    return source.mapAsync(
        1, message -> isLast.test(message) ? keep(mine, parser, message) : Stages.done(message));
  }

  private CompletionStage<BeginReply> begin(CallContext call, Running mine) {
    return rooms.ask(
        AnswerCommand.KEY,
        call.budget(PATIENCE),
        replyTo -> new AnswerCommand.Begin(mine.name(), mine.body(), replyTo));
  }

  private <M extends Message> CompletionStage<M> kept(
      Running mine, Parser<M> parser, Predicate<M> mayBeKept, CompletionStage<M> done) {
    return done.thenCompose(
        message -> mayBeKept.test(message) ? keep(mine, parser, message) : Stages.done(message));
  }

  /** The effect is there: when its answer cannot be kept now, a repeat will find it by its ids. */
  private <M extends Message> CompletionStage<M> keep(Running mine, Parser<M> parser, M message) {
    String answer = Base64.getEncoder().encodeToString(message.toByteArray());
    return rooms
        .<AnswerCommand, KeepReply>ask(
            AnswerCommand.KEY,
            PATIENCE,
            replyTo -> new AnswerCommand.Keep(mine.name(), answer, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Answered kept -> read(kept, parser);
                  case NotKept no -> message;
                })
        .exceptionally(unreachable -> message);
  }

  /** A request that was not understood or not allowed had no effect and does not use up its key. */
  private <M extends Message> CompletionStage<M> unlessRefused(
      Running mine, Supplier<CompletionStage<M>> work) {
    return attempt(work)
        .exceptionallyCompose(
            failure ->
                hadNoEffect(failure)
                    ? rooms
                        .<AnswerCommand, ForgetReply>ask(
                            AnswerCommand.KEY,
                            PATIENCE,
                            replyTo -> new AnswerCommand.Forget(mine.name(), replyTo))
                        .handle((forgotten, unreachable) -> failure)
                        .thenCompose(CompletableFuture::failedStage)
                    : CompletableFuture.failedStage(failure));
  }

  private static <M> CompletionStage<M> attempt(Supplier<CompletionStage<M>> work) {
    return Stages.done(work).thenCompose(Supplier::get);
  }

  private static boolean hadNoEffect(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof InvalidRequestException) {
      return true;
    }
    return cause instanceof CallRefusedException refused
        && switch (refused.status().getCode()) {
          case INVALID_ARGUMENT,
              NOT_FOUND,
              ALREADY_EXISTS,
              FAILED_PRECONDITION,
              RESOURCE_EXHAUSTED ->
              true;
          // whether something was done is not known
          default -> false;
        };
  }

  private static CallRefusedException otherRequest(Running mine) {
    return CallRefusedException.alreadyExists(
        "idempotency key '%s' was used for another %s"
            .formatted(mine.name().key(), mine.name().command()));
  }

  private static <M extends Message> M read(Answered known, Parser<M> parser) {
    return read(Base64.getDecoder().decode(known.answer()), parser);
  }

  private static <M extends Message> M read(byte[] bytes, Parser<M> parser) {
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Equal requests have equal bytes only if the entries of their maps are in order. */
  private static Digest digest(Message request) {
    byte[] bytes = new byte[request.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      request.writeTo(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Digest.of(bytes);
  }
}
