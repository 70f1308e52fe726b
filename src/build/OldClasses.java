import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gives class files of Java 5 the form of Java 8, with the same code. Start-up caches leave out the
 * old ones and all that has to do with them, so that a command would begin with unpacking and
 * checking what reads its line, class by class.
 */
final class OldClasses {
  /** What says where the code of a class branches to begins with the version after this. */
  private static final int OLD = ClassFile.JAVA_5_VERSION;

  private static final ClassTransform RENEWED =
      ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
          .andThen(
              (made, element) ->
                  made.with(
                      element instanceof ClassFileVersion
                          ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                          : element));

  private OldClasses() {}

  /** Changes the classes of a jar where they lie, if they are old. Those of a jar are of an age. */
  static void renewIn(Path jar) throws IOException {
    if (isYoung(jar)) {
      return;
    }
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path root = zip.getPath("/");
      List<Path> old;
      try (Stream<Path> all = Files.walk(root)) {
        old = all.filter(file -> isClass(file.toString())).toList();
      }
      ClassFile maker =
          ClassFile.of(
              ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(type -> open(root, type))
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (Path file : old) {
        Files.write(file, maker.transformClass(maker.parse(Files.readAllBytes(file)), RENEWED));
      }
      Files.writeString(
          root.resolve("META-INF/CHANGES"),
          "The build of Mixoscope gave the class files stack maps. Their code is as it was.\n");
    }
  }

  private static boolean isYoung(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Optional<? extends ZipEntry> first =
          zip.stream().filter(entry -> isClass(entry.getName())).findFirst();
      return first.isEmpty() || version(zip.getInputStream(first.get())) > OLD;
    }
  }

  /** Not of what is there for newer versions of Java only. */
  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.contains("META-INF/");
  }

  private static int version(InputStream file) throws IOException {
    try (file) {
      byte[] head = file.readNBytes(8);
      return head[6] << 8 | head[7];
    }
  }

  /** A class of the jar; null for another. */
  private static InputStream open(Path root, ClassDesc type) {
    String name = type.descriptorString();
    Path file = root.resolve(name.substring(1, name.length() - 1) + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
