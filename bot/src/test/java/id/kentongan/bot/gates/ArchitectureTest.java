package id.kentongan.bot.gates;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/// The walls of the house, each with its reason.
@AnalyzeClasses(
    packages = "id.kentongan",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class ArchitectureTest {
  private static final String DIALOGS = "id.kentongan.dialogs..";
  private static final String MIND = "id.kentongan.dialogs.mind";
  private static final String INTEGRATIONS = "id.kentongan.integrations..";
  private static final String BOT = "id.kentongan.bot..";

  @ArchTest
  static final ArchRule DIALOGS_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAPackage(DIALOGS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INTEGRATIONS, BOT)
          .because("the conversation must be readable and testable without the world");

  @ArchTest
  static final ArchRule INTEGRATIONS_DO_NOT_KNOW_THE_BOT =
      noClasses()
          .that()
          .resideInAPackage(INTEGRATIONS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BOT)
          .because("an adapter serves a port, whoever calls it");

  @ArchTest
  static final ArchRule INTEGRATIONS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("id.kentongan.integrations.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage(INTEGRATIONS),
              resideInAnyPackage(
                  "id.kentongan.integrations.crypto", "id.kentongan.integrations.stores"))
          .because("one technology can be replaced only if no other knows it; ports are shared");

  @ArchTest
  static final ArchRule RECORDS_HAVE_FLOORS =
      slices()
          .matching("id.kentongan.integrations.(**)")
          .should()
          .beFreeOfCycles()
          .because("what is erased, paid or claimed is read one subject at a time");

  @ArchTest
  static final ArchRule PORTS_KNOW_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAPackage("id.kentongan.integrations")
          .should()
          .dependOnClassesThat(
              resideInAPackage("id.kentongan.integrations.*..")
                  .and(not(resideInAPackage("id.kentongan.integrations.crypto"))))
          .because("a port says what the bot needs, not how it is done");

  @ArchTest
  static final ArchRule DIALOGS_DO_NO_WORK_OF_THE_WORLD =
      noClasses()
          .that()
          .resideInAPackage(DIALOGS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..",
              "java.net..",
              "java.nio.channels..",
              "java.sql..",
              "java.util.concurrent..",
              "org.slf4j..")
          .because("a step is data in, data out: no I/O, no threads, no log");

  @ArchTest
  static final ArchRule DIALOGS_OPEN_NO_FILES =
      noClasses()
          .that()
          .resideInAPackage(DIALOGS)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .because("files are read by the loader in integrations");

  @ArchTest
  static final ArchRule SCENES_KNOW_NO_DIALOG =
      noClasses()
          .that()
          .resideInAPackage(MIND + ".scene")
          .should()
          .dependOnClassesThat(
              resideInAPackage(MIND + "..").and(not(resideInAPackage(MIND + ".scene"))))
          .because("what every dialog stands on must hold for the next dialog too");

  @ArchTest
  static final ArchRule DIALOGS_DO_NOT_KNOW_THEIR_REGISTRY =
      noClasses()
          .that()
          .resideInAPackage(MIND + ".*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(MIND)
          .because("where an act goes is decided in one place; a dialog answers with a move");

  @ArchTest
  static final ArchRule DIALOGS_DO_NOT_THROW_DICE =
      noClasses()
          .that()
          .resideInAPackage(DIALOGS)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("the same turn must give the same step; time comes in the turn");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_OUTSIDE =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .because("a test, a replay and `chat --now` set the clock: take an InstantSource");

  @ArchTest
  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class)
          .because("wait for what happens, not for a guess of how long it takes");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$")
          .because("such a name fits everything and says nothing");

  @ArchTest
  static final ArchRule STANDARD_OUTPUT_BELONGS_TO_PEOPLE =
      noClasses()
          .that(not(resideInAPackage("id.kentongan.bot.commands..")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("commands talk to people; everything else logs");

  @ArchTest
  static final ArchRule ONE_ASYNCHRONOUS_TYPE =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("id.kentongan.integrations")
          .should()
          .notHaveRawReturnType(java.util.concurrent.CompletableFuture.class)
          .because("ports speak Vert.x futures, so that callbacks stay on the caller's context");

  @ArchTest
  static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
          .because("NullAway looks only where null is said to be absent");
}
