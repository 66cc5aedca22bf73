package io.duecast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** Who may know whom, and that nobody here asks a clock. */
@AnalyzeClasses(packages = "io.duecast", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.duecast.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule eachPackageKnowsOnlyThoseBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("check")
          .definedBy("io.duecast.check..")
          .layer("money")
          .definedBy("io.duecast.money..")
          .layer("event")
          .definedBy("io.duecast.event..")
          .layer("attribute")
          .definedBy("io.duecast.attribute..")
          .layer("calendar")
          .definedBy("io.duecast.calendar..")
          .layer("outcome")
          .definedBy("io.duecast.outcome..")
          .layer("customer")
          .definedBy("io.duecast.customer..")
          .layer("indicator")
          .definedBy("io.duecast.indicator..")
          .layer("receivable")
          .definedBy("io.duecast.receivable..")
          .layer("history")
          .definedBy("io.duecast.history..")
          .layer("feature")
          .definedBy("io.duecast.feature..")
          .layer("risk")
          .definedBy("io.duecast.risk..")
          .layer("release")
          .definedBy("io.duecast.release..")
          .layer("label")
          .definedBy("io.duecast.label..")
          .layer("health")
          .definedBy("io.duecast.health..")
          .layer("dunning")
          .definedBy("io.duecast.dunning..")
          .layer("forecast")
          .definedBy("io.duecast.forecast..")
          .layer("segment")
          .definedBy("io.duecast.segment..")
          .layer("experiment")
          .definedBy("io.duecast.experiment..")
          .whereLayer("check")
          .mayNotAccessAnyLayer()
          .whereLayer("attribute")
          .mayNotAccessAnyLayer()
          .whereLayer("calendar")
          .mayNotAccessAnyLayer()
          .whereLayer("money")
          .mayOnlyAccessLayers("check")
          .whereLayer("event")
          .mayOnlyAccessLayers("check")
          .whereLayer("outcome")
          .mayOnlyAccessLayers("check")
          .whereLayer("customer")
          .mayOnlyAccessLayers("check", "money", "attribute")
          .whereLayer("indicator")
          .mayOnlyAccessLayers("check", "event")
          .whereLayer("receivable")
          .mayOnlyAccessLayers("check", "money", "event", "attribute", "calendar", "customer")
          .whereLayer("release")
          .mayOnlyAccessLayers("check")
          .whereLayer("health")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("experiment")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("dunning")
          .mayOnlyBeAccessedByLayers("experiment")
          .whereLayer("forecast")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("segment")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("label")
          .mayOnlyBeAccessedByLayers("health")
          .whereLayer("risk")
          .mayOnlyBeAccessedByLayers("label", "health", "dunning", "forecast", "segment")
          .whereLayer("feature")
          .mayOnlyBeAccessedByLayers("risk", "health")
          .whereLayer("history")
          .mayOnlyBeAccessedByLayers("feature", "risk");

  @ArchTest
  static final ArchRule nobodyAsksAClock =
      noClasses()
          .should()
          .callMethodWhere(DescribedPredicate.describe("a clock is read", LayersTest::readsAClock))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule nobodyLogs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.lang.System$Logger")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** Another run of the same log must give the same bits; only StrictMath promises that. */
  @ArchTest
  static final ArchRule nobodyAsksTheMachineForALogarithm =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "Math gives what may differ between machines", LayersTest::isInexact));

  private static boolean isInexact(JavaAccess<?> call) {
    return call.getTargetOwner().getName().equals("java.lang.Math")
        && Set.of("exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "cbrt")
            .contains(call.getName());
  }

  private static boolean readsAClock(JavaAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    boolean now = owner.startsWith("java.time.") && name.equals("now");
    boolean millis =
        owner.equals("java.lang.System")
            && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
    return now || millis;
  }
}
