package io.arduinotrader.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.arduinotrader.architecture.House.nameOfFileEndingWith;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** Which room may know which. */
@AnalyzeClasses(
    packages = House.ROOT,
    importOptions = {DoNotIncludeTests.class, HandWrittenClasses.class})
class RoomRulesTest {

  /**
   * A moved root package would leave every rule without classes and so without complaint. Raise it
   * as the house fills.
   */
  private static final int FEWEST_CLASSES = 100;

  private static final Set<String> PEKKO_IN_MESSAGES =
      Set.of(
          "org.apache.pekko.actor.typed.ActorRef",
          "org.apache.pekko.Done",
          "org.apache.pekko.pattern.StatusReply",
          "org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey",
          "org.apache.pekko.actor.typed.receptionist.ServiceKey",
          // a file travels as a stream of pieces, because it may be larger than a frame
          "org.apache.pekko.stream.SourceRef",
          "org.apache.pekko.util.ByteString");

  @ArchTest
  static void theImporterSeesTheHouse(JavaClasses imported) {
    Assertions.assertThat(imported.size())
        .as("hand-written production classes found")
        .isGreaterThan(FEWEST_CLASSES);
  }

  @ArchTest
  static final ArchRule r1ProtocolKnowsOnlyItselfAndTheTypesOfMessages =
      classes()
          .that()
          .resideInAPackage(House.PROTOCOL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      House.PROTOCOL,
                      "com.fasterxml.jackson.annotation..",
                      "org.jspecify.annotations..")
                  .or(namedOneOf(PEKKO_IN_MESSAGES)));

  @ArchTest
  static final ArchRule r4ServicesMeetOnlyThroughProtocol =
      slices().assignedFrom(new Services()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule r5TheGatewayKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage(House.GATEWAY)
          .should()
          .dependOnClassesThat(
              resideInAPackage(House.ROOT + "..")
                  .and(
                      not(
                          resideInAnyPackage(
                              House.GATEWAY,
                              House.PROTOCOL,
                              House.CONFIG,
                              House.SUPPORT,
                              House.READ_MODEL,
                              House.CODEC))));

  @ArchTest
  static final ArchRule r5OnlyEntitiesOfTheGatewayKnowTheJournal =
      noClasses()
          .that()
          .resideInAPackage(House.GATEWAY)
          .and(not(nameOfFileEndingWith("Entity")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(House.CODEC);

  @ArchTest
  static final ArchRule r6WireTypesStopAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(House.GATEWAY, House.CONSOLE, House.GENERATED_SERVICES)
          .and(not(nameOfFileEndingWith("Wire")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(House.GENERATED_SERVICES);

  @ArchTest
  static final ArchRule r6JournalTypesStopInTheCodec =
      noClasses()
          .that()
          .resideOutsideOfPackages(House.CODEC, House.GENERATED_JOURNAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(House.GENERATED_JOURNAL);

  /** The simulated broker keeps a file of its own, as a real one would. */
  @ArchTest
  static final ArchRule r7OnlyPersistenceAndTheSimulatedBrokerKnowDatabases =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              House.ROOT + ".persistence.schema..",
              House.ROOT + ".persistence.db..",
              House.READ_MODEL,
              House.ROOT + ".persistence.projection..",
              House.SIMULATED_BROKER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule r7OnlyBrokersAndFeedsCallOutsideByHttp =
      noClasses()
          .that()
          .resideOutsideOfPackages(House.ROOT + "..broker..", House.ROOT + "..feed..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule r8PersistenceKnowsNoRoomAboveIt =
      noClasses()
          .that()
          .resideInAPackage(House.PERSISTENCE)
          .should()
          .dependOnClassesThat(
              resideInAPackage(House.ROOT + "..")
                  .and(not(resideInAnyPackage(House.PERSISTENCE, House.PROTOCOL))));

  @ArchTest
  static final ArchRule configurationKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage(House.CONFIG)
          .should()
          .dependOnClassesThat(
              resideInAPackage(House.ROOT + "..").and(not(resideInAPackage(House.CONFIG))));

  @ArchTest
  static final ArchRule r11RoomsFormNoCycle =
      slices().matching(House.ROOT + ".(*)..").should().beFreeOfCycles();

  private static DescribedPredicate<JavaClass> namedOneOf(Set<String> names) {
    return DescribedPredicate.describe(
        "named one of " + names, type -> names.contains(type.getName()));
  }

  /** Puts the classes of each service into its slice and leaves everything else out. */
  private static final class Services implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return House.SERVICES.stream()
          .filter(service -> resideInAPackage(House.service(service)).test(type))
          .findFirst()
          .map(SliceIdentifier::of)
          .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
      return "services " + House.SERVICES;
    }
  }
}
