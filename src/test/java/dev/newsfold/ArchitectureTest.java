package dev.newsfold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house of the README: who may look at whom. */
@AnalyzeClasses(packages = "dev.newsfold", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] STAGES_DOWNSTREAM_FIRST = {
    "tables", "sinks", "aggregate", "dedupe", "interchange", "parse", "decode", "captures"
  };

  @ArchTest
  static final ArchRule beamLivesInFlowJobsAndStoresOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.newsfold.flow..", "dev.newsfold.jobs..", "dev.newsfold.stores..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.apache.flink..", "org.joda..");

  @ArchTest
  static final ArchRule jsoupLivesInParseOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.newsfold.parse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule parquetLivesInTablesAndCapturesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.newsfold.tables..", "dev.newsfold.captures.parquet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.parquet..");

  @ArchTest
  static final ArchRule googlesClientLivesInItsStoreOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.newsfold.stores.gcs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.api..", "com.google.auth..", "com.google.common..");

  /** The main jar has none of its classes: all of the others work without them, Parquet, too. */
  @ArchTest
  static final ArchRule hadoopLivesInItsStoreOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.newsfold.stores.hdfs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hadoop..", "org.apache.beam.sdk.io.hdfs..");

  /** Its classes are in the second jar. */
  @ArchTest
  static final ArchRule nobodyNamesTheStoreOfHadoop =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.newsfold.stores.hdfs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.newsfold.stores.hdfs..");

  @ArchTest
  static final ArchRule stagesKnowNothingOfFlowAndJobs =
      noClasses()
          .that()
          .resideInAnyPackage(packages(STAGES_DOWNSTREAM_FIRST))
          .or()
          .resideInAnyPackage("dev.newsfold.report..", "dev.newsfold.sample..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.newsfold.flow..", "dev.newsfold.jobs..", "dev.newsfold.commands..");

  @ArchTest
  static final ArchRule flowKnowsNothingOfJobs =
      noClasses()
          .that()
          .resideInAPackage("dev.newsfold.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.newsfold.jobs..", "dev.newsfold.commands..");

  @ArchTest
  static final ArchRule sampleKnowsNothingOfTheStagesItIsToTry =
      noClasses()
          .that()
          .resideInAPackage("dev.newsfold.sample..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(STAGES_DOWNSTREAM_FIRST));

  @ArchTest
  static final ArchRule whatRulesReadKnowsNothingOfRules =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.newsfold.parse.page.markup",
              "dev.newsfold.parse.text",
              "dev.newsfold.parse.time.notation",
              "dev.newsfold.parse.structured")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.newsfold.parse",
              "dev.newsfold.parse.draft",
              "dev.newsfold.parse.page",
              "dev.newsfold.parse.headline",
              "dev.newsfold.parse.body",
              "dev.newsfold.parse.time",
              "dev.newsfold.parse.people",
              "dev.newsfold.parse.origin",
              "dev.newsfold.parse.section",
              "dev.newsfold.parse.site");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.newsfold.(**)").should().beFreeOfCycles();

  /** The packages within one count as that one here. */
  @ArchTest
  static final ArchRule stagesHaveNoCycles =
      slices().matching("dev.newsfold.(*)..").should().beFreeOfCycles();

  /** A stage may look upstream, never downstream. */
  @ArchTest
  static void stagesLookUpstreamOnly(com.tngtech.archunit.core.domain.JavaClasses classes) {
    for (int i = 1; i < STAGES_DOWNSTREAM_FIRST.length; i++) {
      noClasses()
          .that()
          .resideInAPackage("dev.newsfold." + STAGES_DOWNSTREAM_FIRST[i] + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(java.util.Arrays.copyOf(STAGES_DOWNSTREAM_FIRST, i)))
          .check(classes);
    }
  }

  private static String[] packages(String... names) {
    return java.util.Arrays.stream(names)
        .map(name -> "dev.newsfold." + name + "..")
        .toArray(String[]::new);
  }
}
