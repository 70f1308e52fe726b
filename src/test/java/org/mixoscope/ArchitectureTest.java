package org.mixoscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.app.App;
import org.mixoscope.kernel.ElementType;

/// Who may enter which room of the house.
@BesideWindows
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Room.OURS);

  /// Libraries that only some rooms know.
  private enum Library {
    JAVA_FX(
        Set.of(Room.APP),
        "javafx..",
        "com.sun.javafx..",
        "org.controlsfx..",
        "atlantafx..",
        "org.kordamp.."),
    OPEN_CV(Set.of(Room.IMAGE, Room.LAB), "org.bytedeco.opencv.."),
    /// In image for the coding that only it decodes.
    FFMPEG(Set.of(Room.CLIP, Room.IMAGE), "org.bytedeco.ffmpeg.."),
    NATIVE_POINTERS(Set.of(Room.CLIP, Room.IMAGE, Room.TENSOR, Room.LAB), "org.bytedeco.."),
    ND4J(Set.of(Room.TENSOR), "org.nd4j..", "org.deeplearning4j..", "org.datavec.."),
    /// Java2D draws figures without a display; windows are JavaFX's.
    JAVA_DESKTOP(
        Set.of(Room.FIGURE), "java.awt..", "java.beans..", "javax.imageio..", "javax.swing.."),
    SVG_AND_PDF(
        Set.of(Room.FIGURE),
        "org.apache.batik..",
        "org.apache.pdfbox..",
        "org.apache.fontbox..",
        "de.rototor.."),
    PARQUET(Set.of(Room.DATASET), "dev.hardwood.."),
    PROTOBUF(Set.of(Room.LAB), "com.google.protobuf.."),
    ICU(Set.of(Room.TEXT), "com.ibm.icu.."),
    PICOCLI(Set.of(Room.CLI), "picocli..");

    private final Set<Room> rooms;
    private final DescribedPredicate<JavaClass> classes;

    Library(Set<Room> rooms, String... packages) {
      this.rooms = rooms;
      classes = resideInAnyPackage(packages);
    }
  }

  @Test
  void everyClassLivesInARoom() {
    classes().should().resideInAnyPackage(Room.all()).check(CLASSES);
  }

  /// GTK shows none of its own.
  @Test
  void onlyWhoGivesFileDialogsATitleMakesThem() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Choosers")
        .should()
        .callConstructor(FileChooser.class)
        .orShould()
        .callConstructor(DirectoryChooser.class)
        .check(CLASSES);
  }

  /// Of what is compiled by a profile alone, [ImportsTest] reads the sources.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPARK")
  void roomEntersOnlyThoseThatAreOpenToIt(Room room) {
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(Room.OURS + "..").and(not(resideInAnyPackage(room.open()))))
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
            Room.OURS + ".app.App",
            Room.OURS + ".app.Snapshot",
            Room.OURS + ".app.ui.Theme",
            Room.OURS + ".app.ui.Language");
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
    slices().matching(Room.OURS + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void libraryIsKnownToItsRoomsAndToNoOther(Library library) {
    Set<Room> known =
        CLASSES.stream()
            .filter(
                one ->
                    one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> library.classes.test(to.getTargetClass())))
            .map(one -> Room.of(one.getPackageName()).orElseThrow())
            .collect(Collectors.toSet());

    assertEquals(library.rooms, known);
  }

  @Test
  void oneClassOfTheLabKnowsOpenCv() {
    Set<String> knowing =
        CLASSES.stream()
            .filter(resideInAnyPackage(Room.LAB.packages()))
            .filter(
                one ->
                    one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            to -> to.getTargetClass().getPackageName().startsWith("org.bytedeco")))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    assertEquals(Set.of(Room.OURS + ".lab.classifier.DnnNet"), knowing);
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

  /// So that a new type of elements that is forgotten in one of its switches does not compile.
  @Test
  void kernelAsksForTheTypeOfElementsInOnePlace() {
    Set<String> asking =
        CLASSES.stream()
            .filter(resideInAnyPackage(Room.KERNEL.packages()))
            .filter(one -> !one.isEquivalentTo(ElementType.class))
            .flatMap(one -> one.getFieldAccessesFromSelf().stream())
            .filter(access -> access.getTargetOwner().isEquivalentTo(ElementType.class))
            .map(access -> access.getOriginOwner().getName().replaceAll("\\$.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    // These only name it: kinds that have names, and pixels of a byte array.
    Set<String> naming = Set.of(Room.OURS + ".kernel.PixelKind", Room.OURS + ".kernel.Pixels");
    asking.removeAll(naming);
    assertEquals(Set.of(Room.OURS + ".kernel.Elements"), asking);
  }

  @Test
  void onlyTheCommandLineKnowsTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.CLI.packages())
        .should(ACCESS_STANDARD_STREAMS)
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
