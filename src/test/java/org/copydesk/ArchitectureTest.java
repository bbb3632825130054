package org.copydesk;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.pipeline.work.Progress;

@AnalyzeClasses(packages = "org.copydesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** What puts records into Parquet and takes them out. */
  private static final List<String> ARRAYS_OF_VALUES =
      List.of(
          "org.copydesk.table.", "org.copydesk.row.SignalFields", "org.copydesk.corpus.PartReader");

  private static final long MOST_CLASSES = 25;
  private static final long MOST_OF_THE_CORE = 45;
  private static final String PARTED =
      "org\\.copydesk\\.(segment|dedup|dump|command|corpus|report|html)\\..*";

  @ArchTest
  static final ArchRule onlyThePipelineImportsBeam =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.copydesk.pipeline..", "org.copydesk.beam")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.apache.flink..");

  @ArchTest
  static final ArchRule theCoreKnowsNeitherPipelineNorCommands =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.copydesk",
              "org.copydesk.beam",
              "org.copydesk.pipeline..",
              "org.copydesk.command..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.copydesk.pipeline..", "org.copydesk.command..");

  @ArchTest
  static final ArchRule theModelKnowsTextsAndWhatIsMeasuredOnThem =
      classes()
          .that()
          .resideInAPackage("org.copydesk.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.copydesk.model..", "org.copydesk.text..", "org.copydesk.quality..");

  @ArchTest
  static final ArchRule noSerializableCoders =
      noClasses().should().dependOnClassesThat().areAssignableTo(SerializableCoder.class);

  /** Bytes from outside must not choose what class is made of them. */
  @ArchTest
  static final ArchRule noClassIsNamedByWhatIsRead =
      noClasses()
          .should()
          .dependOnClassesThat(
              assignableTo(ObjectInputStream.class)
                  .or(assignableTo(XMLDecoder.class))
                  .or(assignableTo(PolymorphicTypeValidator.class))
                  .or(assignableTo(JsonTypeInfo.class))
                  .or(assignableTo(TypeIdResolver.class))
                  .or(resideInAPackage("org.yaml.snakeyaml.constructor.."))
                  .or(resideInAPackage("com.esotericsoftware.kryo..")))
          .orShould()
          .callMethodWhere(
              target(nameMatching("(activate|enable)DefaultTyping.*"))
                  .or(target(nameMatching("setDefaultTyping|setPolymorphicTypeValidator"))));

  /** A cluster has many processes: nothing may hang on a value that only one of them has. */
  @ArchTest
  static final ArchRule staticsAreConstants =
      fields()
          .that()
          .areStatic()
          .and()
          .areNotDeclaredIn(Progress.class)
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(
              assignableTo(Number.class).and(resideInAPackage("java.util.concurrent..")));

  /** What is said of a stage is said in its package: another one's are reached one way only. */
  @ArchTest
  static final ArchRule stagesFormNoCircle =
      slices().matching("org.copydesk.pipeline.(*)..").should().beFreeOfCycles();

  /** Decisions and work are plain code: a loop runs them, and their tests do. */
  @ArchTest
  static final ArchRule aStagesStepsAloneImportBeam =
      noClasses()
          .that()
          .resideInAPackage("org.copydesk.pipeline.*")
          .and()
          .resideOutsideOfPackages(
              "org.copydesk.pipeline.grouping",
              "org.copydesk.pipeline.runner",
              "org.copydesk.pipeline.storage")
          .and()
          .haveNameNotMatching(
              ".*\\.(ListUnits|IndexDumps|ReadUnits|ReadUnitFiles"
                  + "|LearnFromSamples|SampleSites|LearnSites|RecallSites|KnowSites"
                  + "|DeduplicateArticles|DeduplicateTeasers|WriteOccurrences|RewriteOccurrences"
                  + "|FilterLinkKeys|LinkTeasers|WriteArticles)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.apache.flink..");

  /** What is tested from far away only is not told where it broke. */
  @ArchTest
  static void everyWorkerAndPolicyHasItsTest(JavaClasses classes) {
    List<String> without =
        classes.stream()
            .filter(each -> !each.isInterface() && each.getEnclosingClass().isEmpty())
            .filter(
                each ->
                    each.isAssignableTo(BucketWorker.class)
                        || each.getSimpleName().matches(".*(Policy|Gate|Retention|Order|Rules)"))
            .map(JavaClass::getName)
            .filter(name -> !isThere(name + "Test"))
            .sorted()
            .toList();
    assertEquals(List.of(), without);
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, ArchitectureTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whoever changes one package need not read those that use it. */
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("org.copydesk.(**)").should().beFreeOfCycles();

  /** What is larger has an idea that parts it. */
  @ArchTest
  static void aPackageOfTheCoreIsReadInAnHour(JavaClasses classes) {
    Map<String, Long> sizes =
        classes.stream()
            .filter(each -> each.getEnclosingClass().isEmpty())
            .filter(each -> each.getName().matches(PARTED))
            .filter(each -> !each.getSimpleName().matches("package-info|Jte.*"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    sizes.values().removeIf(size -> size <= MOST_OF_THE_CORE);
    assertEquals(Map.of(), sizes);
  }

  /** A stage that grows over this has two ideas. */
  @ArchTest
  static void aPackageOfThePipelineIsReadAtOnce(JavaClasses classes) {
    Map<String, Long> sizes =
        classes.stream()
            .filter(each -> each.getPackageName().startsWith("org.copydesk.pipeline"))
            .filter(each -> each.getEnclosingClass().isEmpty())
            .filter(each -> !each.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    sizes.values().removeIf(size -> size <= MOST_CLASSES);
    assertEquals(Map.of(), sizes);
  }

  /** One word a thing: who reads a name knows which class it is. */
  @ArchTest
  static void noTwoClassesHaveOneName(JavaClasses classes) {
    Map<String, Long> names =
        classes.stream()
            .filter(each -> each.getEnclosingClass().isEmpty())
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info") && !name.isEmpty())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    names.values().removeIf(count -> count == 1);
    assertEquals(Map.of(), names);
  }

  /** A row is a record: what stands in which place is the compiler's to know. */
  @ArchTest
  static void rowsAreNoArrays(JavaClasses classes) {
    List<String> arrays = new ArrayList<>();
    for (JavaClass each : classes) {
      if (ARRAYS_OF_VALUES.stream().anyMatch(each.getName()::startsWith)) {
        continue;
      }
      each.getFields().stream()
          .filter(field -> field.getRawType().isEquivalentTo(Object[].class))
          .forEach(field -> arrays.add(field.getFullName()));
      each.getMethods().stream()
          .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
          .filter(
              method ->
                  method.getRawReturnType().isEquivalentTo(Object[].class)
                      || !method.reflect().isVarArgs()
                          && List.of(method.reflect().getGenericParameterTypes())
                              .contains(Object[].class))
          .forEach(method -> arrays.add(method.getFullName()));
    }
    assertEquals(List.of(), arrays);
  }
}
