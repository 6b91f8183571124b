package dev.huikuan.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The floor plan of the README: look down, never up; doors never see each other; app joins. */
@AnalyzeClasses(packages = "dev.huikuan", importOptions = ImportOption.DoNotIncludeTests.class)
@ArchTag("once")
class FloorPlanTest {

  private static final String[] CLOCKS_AND_CHANCE = {
    "java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom"
  };

  @ArchTest
  static final ArchRule floorsLookDownOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.huikuan..")
          .withOptionalLayers(true)
          .layer("app")
          .definedBy("dev.huikuan.app..")
          .layer("cli")
          .definedBy("dev.huikuan.cli..")
          .layer("rest")
          .definedBy("dev.huikuan.rest..")
          .layer("web")
          .definedBy("dev.huikuan.web..")
          .layer("store")
          .definedBy("dev.huikuan.store..")
          .layer("workshops")
          .definedBy(
              "dev.huikuan.scenario..",
              "dev.huikuan.portfolio..",
              "dev.huikuan.simulation..",
              "dev.huikuan.feedback..",
              "dev.huikuan.records..",
              "dev.huikuan.lifecycle..",
              "dev.huikuan.access..")
          .layer("decision")
          .definedBy("dev.huikuan.decision..")
          .layer("policy")
          .definedBy("dev.huikuan.policy..")
          .layer("domain")
          .definedBy("dev.huikuan.domain..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("rest")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("workshops")
          .mayOnlyBeAccessedByLayers("app", "cli", "rest", "web", "store")
          .whereLayer("decision")
          .mayOnlyBeAccessedByLayers("app", "cli", "rest", "web", "store", "workshops")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("app", "cli", "rest", "web", "store", "workshops", "decision");

  @ArchTest
  static final ArchRule domainImportsNothing =
      noClasses()
          .that()
          .resideInAPackage("dev.huikuan.domain..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("dev.huikuan.domain..", "java..");

  @ArchTest
  static final ArchRule droolsLivesInRulesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huikuan.policy.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule theHolidayLibraryLivesInTimingOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huikuan.decision.timing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.focus_shift..");

  @ArchTest
  static final ArchRule sqlLivesInStoreOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huikuan.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule javalinLivesInTheDoors =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.huikuan.rest..", "dev.huikuan.web..", "dev.huikuan.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule noDiskBelowTheWorkshops =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.huikuan.decision..", "dev.huikuan.policy..", "dev.huikuan.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..");

  @ArchTest
  static final ArchRule noChanceBelowTheWorkshops =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.huikuan.decision..", "dev.huikuan.policy..", "dev.huikuan.domain..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(String.join("|", CLOCKS_AND_CHANCE).replace(".", "\\."));

  @ArchTest
  static final ArchRule noClockBelowTheWorkshops =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.huikuan.decision..", "dev.huikuan.policy..", "dev.huikuan.domain..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching("dev.huikuan.(*)..").should().beFreeOfCycles();
}
