package io.arduinotrader.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** What pure code may touch, and that time, chance and blocking come in only where they belong. */
@AnalyzeClasses(
    packages = House.ROOT,
    importOptions = {DoNotIncludeTests.class, HandWrittenClasses.class})
class PurityRulesTest {

  /** The cycle is run by the gateway, so its rules live there. */
  private static final Map<String, String> PROTOCOL_OF_SERVICE = Map.of("gateway", "cycle");

  private static final Set<String> WAITING = Set.of("get", "join");

  private static final Set<String> PURE_PARTS_OF_SYSTEM = Set.of("arraycopy", "identityHashCode");

  @ArchTest
  static final ArchRule r2DomainKnowsOnlyItsOwnWordsAndMathematics =
      classes()
          .that()
          .resideInAPackage(House.DOMAIN)
          .should(onlyDependOnTheirOwnWords())
          .because("rules and mathematics are tested and replayed without a running system");

  @ArchTest
  static final ArchRule r2DomainDoesNoInputOrOutput =
      noClasses()
          .that()
          .resideInAPackage(House.DOMAIN)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.net..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.sql..",
                      "javax.sql..",
                      "java.util.logging..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.type(java.io.Serializable.class))))
          .orShould()
          .dependOnClassesThat(JavaClass.Predicates.type(Clock.class))
          .orShould()
          .accessTargetWhere(asksTheSystem());

  @ArchTest
  static final ArchRule r3DomainsDoNotKnowEachOther =
      slices().matching(House.ROOT + ".(*).domain..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule r9NobodyReadsTheTime =
      noClasses()
          .should()
          .accessTargetWhere(readsTheTime())
          .because("clocks are injected, so that replay and tests own the time");

  @ArchTest
  static final ArchRule r9OnlyStartingProgramsMakeClocks =
      noClasses()
          .that()
          .resideOutsideOfPackages(House.BOOTSTRAP, House.CONSOLE)
          .should()
          .accessTargetWhere(makesClock());

  @ArchTest
  static final ArchRule r9NobodyAsksForChance =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(House.ROOT + ".support.Ids")
          .should()
          .accessTargetWhere(asksForChance())
          .because("identifiers and seeds are injected, so that a run can be repeated");

  @ArchTest
  static final ArchRule r9NobodyBlocks =
      noClasses()
          .should()
          .accessTargetWhere(blocks())
          .because("a thread that waits cannot serve, and a pool of them can stop for good");

  private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
    return DescribedPredicate.describe(
        "reads the wall clock",
        access ->
            (isIn(access, "java.time") && access.getName().equals("now") && !takesClock(access))
                || (isOn(access, System.class) && access.getName().equals("currentTimeMillis")));
  }

  private static DescribedPredicate<JavaAccess<?>> asksForChance() {
    return DescribedPredicate.describe(
        "takes an unrepeatable random value",
        access ->
            (isOn(access, Math.class) && access.getName().equals("random"))
                || access.getName().equals("randomUUID")
                || isOn(access, ThreadLocalRandom.class)
                || isOn(access, SecureRandom.class)
                || (isOn(access, Random.class) && isConstructionWithoutSeed(access)));
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheSystem() {
    return DescribedPredicate.describe(
        "asks the system for anything but " + PURE_PARTS_OF_SYSTEM,
        access -> isOn(access, System.class) && !PURE_PARTS_OF_SYSTEM.contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> makesClock() {
    return DescribedPredicate.describe(
        "makes a clock",
        access ->
            isOn(access, Clock.class)
                && (access.getName().startsWith("system") || access.getName().startsWith("tick")));
  }

  private static DescribedPredicate<JavaAccess<?>> blocks() {
    return DescribedPredicate.describe(
        "waits for a future or sleeps",
        access ->
            (access.getTargetOwner().isAssignableTo(Future.class)
                    && WAITING.contains(access.getName()))
                || access.getTargetOwner().getName().startsWith("scala.concurrent.Await")
                || (isOn(access, Thread.class) && access.getName().equals("sleep")));
  }

  private static boolean isOn(JavaAccess<?> access, Class<?> owner) {
    return access.getTargetOwner().isEquivalentTo(owner);
  }

  private static boolean isIn(JavaAccess<?> access, String packageName) {
    return access.getTargetOwner().getPackageName().startsWith(packageName);
  }

  private static boolean takesClock(JavaAccess<?> access) {
    return access.getTarget().getFullName().contains("(" + Clock.class.getName() + ")");
  }

  private static boolean isConstructionWithoutSeed(JavaAccess<?> access) {
    return access.getTarget().getFullName().endsWith("<init>()");
  }

  private static ArchCondition<JavaClass> onlyDependOnTheirOwnWords() {
    return new ArchCondition<>(
        "only depend on the JDK, the vocabulary, their own service's messages and domain, and"
            + " mathematics") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (!allowed(type, dependency.getTargetClass().getBaseComponentType())) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean allowed(JavaClass from, JavaClass target) {
    String service = House.serviceOf(from);
    return target.isPrimitive()
        || resideInAnyPackage(
                "java..",
                "org.jspecify.annotations..",
                "com.google.errorprone.annotations..",
                "org.ojalgo..",
                "org.hipparchus..",
                House.VOCABULARY,
                House.ROOT
                    + ".protocol."
                    + PROTOCOL_OF_SERVICE.getOrDefault(service, service)
                    + "..",
                House.ROOT + "." + service + "..domain..")
            .test(target)
        || isRefusal(target)
        || (service.equals("universe") && isScore(target))
        || (service.equals("gateway") && isFollowedByTheCycle(target));
  }

  /** A cycle remembers its plan and what the plan's orders came to. */
  private static boolean isFollowedByTheCycle(JavaClass target) {
    return resideInAnyPackage(House.ROOT + ".protocol.planning", House.ROOT + ".protocol.trading")
        .test(target);
  }

  /** A security remembers its latest score. */
  private static boolean isScore(JavaClass target) {
    return resideInAPackage(House.ROOT + ".protocol.scoring").test(target)
        && target.getSimpleName().equals("SecurityScore");
  }

  /** A decision ends in events or in a refusal, and all services share that word. */
  private static boolean isRefusal(JavaClass target) {
    return resideInAPackage(House.ROOT + ".protocol.message").test(target)
        && target.getSimpleName().startsWith("Refusal");
  }
}
