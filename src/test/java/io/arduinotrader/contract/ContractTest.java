package io.arduinotrader.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.arduinotrader.protocol.grpc.common.CommonProto;
import io.arduinotrader.protocol.grpc.gateway.GatewayProto;
import io.arduinotrader.protocol.grpc.optimization.OptimizationProto;
import io.arduinotrader.protocol.grpc.planning.PlanningProto;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioProto;
import io.arduinotrader.protocol.grpc.scoring.ScoringProto;
import io.arduinotrader.protocol.grpc.trading.TradingProto;
import io.arduinotrader.protocol.grpc.universe.UniverseProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the compiled public services against the published contract, both ways: a name, number or
 * type that is missing, changed or added breaks deployed clients.
 */
class ContractTest {

  private static final List<FileDescriptor> FILES =
      List.of(
          CommonProto.getDescriptor(),
          PlanningProto.getDescriptor(),
          ScoringProto.getDescriptor(),
          OptimizationProto.getDescriptor(),
          PortfolioProto.getDescriptor(),
          TradingProto.getDescriptor(),
          UniverseProto.getDescriptor(),
          GatewayProto.getDescriptor());

  @Test
  void servesExactlyThePublishedMethods() throws IOException {
    assertThat(methods().map(ContractTest::row))
        .containsExactlyInAnyOrderElementsOf(published("services.csv"));
  }

  @Test
  void definesExactlyThePublishedMessages() throws IOException {
    assertThat(messages().map(message -> cells(message.getFullName(), message.getFields().size())))
        .containsExactlyInAnyOrderElementsOf(published("messages.csv"));
  }

  @Test
  void definesExactlyThePublishedFields() throws IOException {
    assertThat(fields().map(ContractTest::row))
        .containsExactlyInAnyOrderElementsOf(published("fields.csv"));
  }

  @Test
  void definesExactlyThePublishedEnumValues() throws IOException {
    assertThat(
            enums()
                .flatMap(each -> each.getValues().stream())
                .map(
                    value ->
                        cells(value.getType().getFullName(), value.getNumber(), value.getName())))
        .containsExactlyInAnyOrderElementsOf(published("enums.csv"));
  }

  @Test
  void hasThePublishedTotals() {
    assertThat(services()).hasSize(7);
    assertThat(methods()).hasSize(45);
    assertThat(methods().filter(MethodDescriptor::isServerStreaming)).hasSize(4);
    assertThat(methods().filter(MethodDescriptor::isClientStreaming)).isEmpty();
    assertThat(messages()).hasSize(108);
    assertThat(fields()).hasSize(417);
    assertThat(enums()).hasSize(6);
  }

  @Test
  void namesEachPackageAfterItsFileAndReservesNothing() {
    assertThat(FILES)
        .allSatisfy(
            file -> {
              assertThat(file.getName())
                  .isEqualTo(file.getPackage().replace('.', '/').concat(".proto"));
              assertThat(file.toProto().getSyntax()).isEqualTo("proto3");
              assertThat(file.getOptions().getJavaPackage())
                  .isEqualTo(
                      file.getPackage()
                          .replace("arduino_trader", "io.arduinotrader.protocol.grpc"));
            });
    assertThat(messages())
        .allSatisfy(
            message -> {
              assertThat(message.getOneofs()).isEmpty();
              assertThat(message.toProto().getReservedRangeList()).isEmpty();
              assertThat(message.toProto().getReservedNameList()).isEmpty();
            });
  }

  private static Stream<ServiceDescriptor> services() {
    return FILES.stream().flatMap(file -> file.getServices().stream());
  }

  private static Stream<MethodDescriptor> methods() {
    return services().flatMap(service -> service.getMethods().stream());
  }

  private static Stream<Descriptor> messages() {
    return FILES.stream()
        .flatMap(file -> file.getMessageTypes().stream())
        .flatMap(ContractTest::withNested);
  }

  /** The entry types that the compiler makes for maps are not messages of the contract. */
  private static Stream<Descriptor> withNested(Descriptor message) {
    return Stream.concat(
        Stream.of(message),
        message.getNestedTypes().stream()
            .filter(nested -> !nested.getOptions().getMapEntry())
            .flatMap(ContractTest::withNested));
  }

  private static Stream<FieldDescriptor> fields() {
    return messages().flatMap(message -> message.getFields().stream());
  }

  private static Stream<EnumDescriptor> enums() {
    return Stream.concat(
        FILES.stream().flatMap(file -> file.getEnumTypes().stream()),
        messages().flatMap(message -> message.getEnumTypes().stream()));
  }

  private static String row(MethodDescriptor method) {
    return cells(
        method.getService().getFullName(),
        method.getName(),
        method.isClientStreaming(),
        method.isServerStreaming(),
        method.getInputType().getFullName(),
        method.getOutputType().getFullName());
  }

  private static String row(FieldDescriptor field) {
    return cells(
        field.getContainingType().getFullName(),
        field.getNumber(),
        field.getName(),
        label(field),
        type(field));
  }

  private static String label(FieldDescriptor field) {
    if (field.isMapField()) {
      return "map";
    }
    return field.isRepeated() ? "repeated" : "single";
  }

  private static String type(FieldDescriptor field) {
    if (field.isMapField()) {
      Descriptor entry = field.getMessageType();
      return type(entry.findFieldByNumber(1)) + ':' + type(entry.findFieldByNumber(2));
    }
    return switch (field.getJavaType()) {
      case MESSAGE -> field.getMessageType().getFullName();
      case ENUM -> field.getEnumType().getFullName();
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING ->
          field.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String cells(Object... values) {
    return String.join(",", Stream.of(values).map(String::valueOf).toList());
  }

  private static List<String> published(String table) throws IOException {
    try (InputStream stream = ContractTest.class.getResourceAsStream("/contract/" + table)) {
      assertThat(stream).as(table).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
