package io.arduinotrader.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What messages and money are made of, and what a class may be called. */
@AnalyzeClasses(
    packages = House.ROOT,
    importOptions = {DoNotIncludeTests.class, HandWrittenClasses.class})
class MessageRulesTest {

  private static final String CLUSTER_MESSAGE = House.ROOT + ".protocol.message.ClusterMessage";

  private static final Set<String> FLOATING_POINT =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @ArchTest
  static final ArchRule r10MessagesAreRecordsOrEnums =
      classes()
          .that()
          .areAssignableTo(CLUSTER_MESSAGE)
          .and(not(INTERFACES))
          .should()
          .beRecords()
          .orShould()
          .beEnums()
          .because("only their components travel, and two equal messages must be equal");

  /** Rules that are shared compare fractions of prices and costs; they hold no amounts. */
  @ArchTest
  static final ArchRule r12MoneyIsNeverFloatingPoint =
      noFields()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage(
                      House.VOCABULARY,
                      House.ROOT + ".protocol.portfolio..",
                      House.ROOT + ".protocol.trading..",
                      House.service("portfolio"),
                      House.service("trading"))
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(House.ROOT + ".protocol.vocab.rule"))))
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .haveRawType(
              DescribedPredicate.describe(
                  "floating point",
                  (JavaClass type) ->
                      FLOATING_POINT.contains(type.getBaseComponentType().getName())))
          .because("0.1 + 0.2 is not 0.3, and a ledger must add up");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
          .because("such a name fits every class and describes none");
}
