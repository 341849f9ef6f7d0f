package io.arduinotrader.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import com.google.rpc.BadRequest;
import io.arduinotrader.contract.RawCalls.Answer;
import io.arduinotrader.process.NodeProcess;
import io.arduinotrader.protocol.grpc.gateway.GatewayProto;
import io.arduinotrader.protocol.grpc.operations.OperationsProto;
import io.arduinotrader.protocol.grpc.optimization.OptimizationProto;
import io.arduinotrader.protocol.grpc.planning.PlanningProto;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioProto;
import io.arduinotrader.protocol.grpc.replay.ReplayProto;
import io.arduinotrader.protocol.grpc.scoring.ScoringProto;
import io.arduinotrader.protocol.grpc.trading.TradingProto;
import io.arduinotrader.protocol.grpc.universe.UniverseProto;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server answers to requests nobody should send. Runs against a node of its own, or against
 * the one that {@code -Dcontract.target=host:port} names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private static final Metadata.Key<String> CORRELATION =
      Metadata.Key.of("x-correlation-id", Metadata.ASCII_STRING_MARSHALLER);

  private static final int LARGEST = 4 * 1024 * 1024;

  /** The length of field 1 says more bytes than there are. */
  private static final byte[] CUT_OFF = {0x0a, 0x7f};

  private static final List<FileDescriptor> FILES =
      List.of(
          PlanningProto.getDescriptor(),
          ScoringProto.getDescriptor(),
          OptimizationProto.getDescriptor(),
          PortfolioProto.getDescriptor(),
          TradingProto.getDescriptor(),
          UniverseProto.getDescriptor(),
          GatewayProto.getDescriptor(),
          OperationsProto.getDescriptor(),
          ReplayProto.getDescriptor());

  private RawCalls server;
  private AutoCloseable node = () -> {};

  @BeforeAll
  void start(@TempDir Path folder) {
    String target = System.getProperty("contract.target", "");
    if (target.isEmpty()) {
      NodeProcess own = NodeProcess.started(folder);
      node = own;
      target = "127.0.0.1:" + own.gatewayPort();
    }
    server = new RawCalls(target);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    node.close();
  }

  @TestFactory
  Stream<DynamicTest> everyMethodRefusesAMessageThatIsCutOff() {
    return methods()
        .map(
            method ->
                dynamicTest(
                    method.getFullName(),
                    () -> expect(server.call(method, CUT_OFF), Status.Code.INVALID_ARGUMENT)));
  }

  @TestFactory
  Stream<DynamicTest> everyMethodRefusesAMessageOfMoreThanFourMebibytes() {
    return methods()
        .map(
            method ->
                dynamicTest(
                    method.getFullName(),
                    () ->
                        expect(
                            server.call(method, unknownField(LARGEST)),
                            Status.Code.RESOURCE_EXHAUSTED)));
  }

  @TestFactory
  Stream<DynamicTest> everyServiceKnowsItsOwnMethodsOnly() {
    return services()
        .map(
            service ->
                dynamicTest(
                    service.getFullName(),
                    () ->
                        expect(
                            server.call(
                                service.getFullName(), "Sing", MethodType.UNARY, new byte[0]),
                            Status.Code.UNIMPLEMENTED)));
  }

  @TestFactory
  Stream<DynamicTest> rowsOfTheTable() throws IOException {
    List<String> before = journal();
    return Stream.concat(
        rows().stream()
            .map(row -> dynamicTest(row.method().getFullName() + " " + row.request(), row::check)),
        Stream.of(
            dynamicTest(
                "nothing of it is written",
                () -> assertThat(journal()).isNotEmpty().containsExactlyElementsOf(before))));
  }

  /** Every stream with its length and head: the same twice, if nothing was written between. */
  private List<String> journal() {
    MethodDescriptor verify =
        methods()
            .filter(method -> method.getName().equals("VerifyJournal"))
            .findFirst()
            .orElseThrow();
    return server.call(verify, new byte[0]).messages().stream()
        .map(HexFormat.of()::formatHex)
        .toList();
  }

  @Test
  void theTableHasARowForEveryMethodThatReadsItsRequest() throws IOException {
    List<String> covered = rows().stream().map(row -> row.method().getFullName()).toList();
    assertThat(
            methods()
                .filter(method -> method.getInputType().getFields().stream().anyMatch(this::isRead))
                .map(MethodDescriptor::getFullName))
        .isSubsetOf(covered);
  }

  /** A flag has no bad value. */
  private boolean isRead(FieldDescriptor field) {
    return field.getJavaType() != FieldDescriptor.JavaType.BOOLEAN;
  }

  private record Row(
      BadInputTest test,
      MethodDescriptor method,
      String request,
      Status.Code code,
      String expected) {

    void check() throws IOException {
      Answer answer = test.server.call(method, bytes());
      expect(answer, code);
      List<String> wanted =
          Arrays.stream(expected.split(",", -1))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .toList();
      if (code == Status.Code.OK) {
        DynamicMessage said =
            DynamicMessage.parseFrom(method.getOutputType(), answer.messages().getFirst());
        assertThat(wanted).isNotEmpty().allSatisfy(each -> says(said, each));
      } else {
        assertThat(fields(answer)).containsExactlyInAnyOrderElementsOf(wanted);
      }
    }

    /** The text knows no numbers beyond its enums, so such fields follow as bytes. */
    private byte[] bytes() throws IOException {
      String[] textAndBytes = request.split("\\+", 2);
      DynamicMessage.Builder message = DynamicMessage.newBuilder(method.getInputType());
      TextFormat.merge(textAndBytes[0], message);
      ByteString bytes = message.build().toByteString();
      return textAndBytes.length == 1
          ? bytes.toByteArray()
          : bytes
              .concat(
                  ByteString.copyFrom(HexFormat.of().parseHex(textAndBytes[1].replace(" ", ""))))
              .toByteArray();
    }
  }

  private static void says(DynamicMessage message, String fieldAndValue) {
    String[] parts = fieldAndValue.split("=", 2);
    FieldDescriptor field = message.getDescriptorForType().findFieldByName(parts[0]);
    assertThat(message.getField(field)).as(parts[0]).hasToString(parts[1]);
  }

  private static void expect(Answer answer, Status.Code code) {
    assertThat(answer.status().getCode()).as(answer.status().toString()).isEqualTo(code);
    if (code != Status.Code.OK) {
      assertThat(answer.trailers().get(CORRELATION)).as("correlation id").isNotBlank();
    }
  }

  private static List<String> fields(Answer answer) throws InvalidProtocolBufferException {
    byte[] details = answer.trailers().get(DETAILS);
    if (details == null) {
      return List.of();
    }
    for (Any detail : com.google.rpc.Status.parseFrom(details).getDetailsList()) {
      if (detail.is(BadRequest.class)) {
        return detail.unpack(BadRequest.class).getFieldViolationsList().stream()
            .map(BadRequest.FieldViolation::getField)
            .toList();
      }
    }
    return List.of();
  }

  private List<Row> rows() throws IOException {
    try (InputStream table = BadInputTest.class.getResourceAsStream("/contract/bad-input.txt")) {
      assertThat(table).as("table").isNotNull();
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(this::row)
          .toList();
    }
  }

  private Row row(String line) {
    String[] cells = line.split(" \\|", -1);
    String name = "arduino_trader." + cells[0].strip().replace('/', '.');
    MethodDescriptor method =
        methods().filter(each -> each.getFullName().equals(name)).findFirst().orElseThrow();
    return new Row(
        this, method, cells[1].strip(), Status.Code.valueOf(cells[2].strip()), cells[3].strip());
  }

  private static Stream<ServiceDescriptor> services() {
    return FILES.stream().flatMap(file -> file.getServices().stream());
  }

  private static Stream<MethodDescriptor> methods() {
    return services().flatMap(service -> service.getMethods().stream());
  }

  /** A message that is fine except for its size: a field nobody knows. */
  private static byte[] unknownField(int length) throws IOException {
    byte[] message = new byte[length + 16];
    CodedOutputStream out = CodedOutputStream.newInstance(message);
    out.writeByteArray(1000, new byte[length]);
    return Arrays.copyOf(message, message.length - out.spaceLeft());
  }
}
