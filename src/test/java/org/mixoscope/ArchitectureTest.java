package org.mixoscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.app.App;

/// Who may enter which room of the house.
class ArchitectureTest {
  private static final String OURS = "org.mixoscope";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(OURS);

  /// The rooms and which others each may enter.
  private enum Room {
    KERNEL,
    STATS(KERNEL),
    RECIPE(KERNEL),
    TENSOR(KERNEL),
    IMAGE(KERNEL),
    DATASET(IMAGE, RECIPE, KERNEL),
    BATCH(DATASET, IMAGE, TENSOR, RECIPE, STATS, KERNEL),
    FIGURE(DATASET, IMAGE, TENSOR, RECIPE, STATS, KERNEL),
    LAB(TENSOR, DATASET, IMAGE, RECIPE, STATS, KERNEL),
    APP(LAB, FIGURE, BATCH, DATASET, IMAGE, TENSOR, RECIPE, STATS, KERNEL),
    CLI(APP, LAB, FIGURE, BATCH, DATASET, IMAGE, TENSOR, RECIPE, STATS, KERNEL);

    private static final Set<Room> TO_COME = Set.of(LAB);
    private final Room[] others;

    Room(Room... others) {
      this.others = others;
    }

    String packages() {
      return OURS + "." + name().toLowerCase(Locale.ROOT) + "..";
    }

    String[] open() {
      return Stream.concat(Stream.of(this), Arrays.stream(others))
          .map(Room::packages)
          .toArray(String[]::new);
    }

    static String[] all() {
      return Arrays.stream(values()).map(Room::packages).toArray(String[]::new);
    }
  }

  @Test
  void everyClassLivesInARoom() {
    classes().should().resideInAnyPackage(Room.all()).check(CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void roomEntersOnlyThoseThatAreOpenToIt(Room room) {
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(OURS + "..").and(not(resideInAnyPackage(room.open()))))
        .allowEmptyShould(Room.TO_COME.contains(room))
        .check(CLASSES);
  }

  @Test
  void kernelNeedsNothingButJavaJspecifyAndCommonsMath() {
    classes()
        .that()
        .resideInAPackage(Room.KERNEL.packages())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Room.KERNEL.packages(),
            "java..",
            "org.jspecify..",
            "org.apache.commons.rng..",
            "org.apache.commons.statistics..")
        .check(CLASSES);
  }

  @Test
  void commandLineEntersTheAppByItsDoorOnly() {
    Set<String> door =
        Set.of(
            OURS + ".app.App",
            OURS + ".app.Snapshot",
            OURS + ".app.ui.Theme",
            OURS + ".app.ui.Language");
    Set<String> entered =
        CLASSES.stream()
            .filter(resideInAnyPackage(Room.CLI.packages()))
            .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(resideInAnyPackage(Room.APP.packages()))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertTrue(door.containsAll(entered), entered::toString);
    assertTrue(entered.contains(App.class.getName()), "else this test looks at nothing");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(OURS + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheAppKnowsJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.APP.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
        .check(CLASSES);
  }

  @Test
  void onlyImageKnowsOpenCv() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.IMAGE.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco.opencv..")
        .check(CLASSES);
  }

  /// Java2D draws figures without a display; windows are JavaFX's.
  @Test
  void onlyImageAndFigureKnowJavaDesktop() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Room.IMAGE.packages(), Room.FIGURE.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "java.beans..", "javax.imageio..", "javax.swing..")
        .check(CLASSES);
  }

  @Test
  void onlyFigureKnowsWritersOfSvgAndPdf() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.FIGURE.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.batik..", "org.apache.pdfbox..", "org.apache.fontbox..", "de.rototor..")
        .check(CLASSES);
  }

  @Test
  void onlyImageAndTensorKnowNativePointers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Room.IMAGE.packages(), Room.TENSOR.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(CLASSES);
  }

  /// See [org.mixoscope.kernel.Bytes].
  @Test
  void memoryIsNotCopiedByTheFormThatLosesBytes() {
    noClasses()
        .should()
        .callMethod(
            MemorySegment.class,
            "copy",
            MemorySegment.class,
            long.class,
            MemorySegment.class,
            long.class,
            long.class)
        .orShould()
        .callMethod(MemorySegment.class, "copyFrom", MemorySegment.class)
        .check(CLASSES);
  }

  @Test
  void onlyTensorAndLabKnowNd4j() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Room.TENSOR.packages(), Room.LAB.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.datavec..")
        .check(CLASSES);
  }

  @Test
  void onlyBatchOnAClusterKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + ".batch.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocliAndTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.CLI.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .orShould(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void namesSayMoreThanUtilsManagerOrHelper() {
    noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper)(\\$.*)?").check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> marked = new TreeSet<>();
    for (String name : packages) {
      if (isNullMarked(name)) {
        marked.add(name);
      }
    }

    assertEquals(packages, marked);
  }

  private static boolean isNullMarked(String name) {
    try {
      return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
    } catch (ClassNotFoundException _) {
      return false;
    }
  }
}
