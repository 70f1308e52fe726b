import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

static final Path LICENCES = Path.of("src/main/resources/org/mixoscope/app/licences.tsv");

/**
 * Puts the program together: launcher, libraries and start-up cache in one folder, beside the
 * modules of JavaFX that lie there already.
 *
 * @param args the folder, the jar of Mixoscope, and the class path that it runs with
 */
void main(String[] args) throws Exception {
  Path app = Path.of(args[0]);
  Path lib = app.resolve("lib");
  clear(lib);
  copy(Path.of(args[1]), lib);
  List<String> named = named();
  for (String entry : args[2].split(File.pathSeparator)) {
    Path library = Path.of(entry);
    String jar = library.getFileName().toString();
    if (jar.endsWith(".jar") && named.stream().noneMatch(jar::startsWith)) {
      throw new IllegalStateException(LICENCES + " has no row for " + jar);
    }
    if (Files.isRegularFile(library) && !jar.startsWith("javafx-")) {
      OldClasses.renewIn(copy(library, lib));
    }
  }
  natives(lib.resolve("javafx"));
  Path launcher = Path.of("src/main/launcher");
  copy(launcher.resolve("java.args"), lib);
  Path bin = Files.createDirectories(app.resolve("bin"));
  copy(launcher.resolve("mixoscope.bat"), bin);
  Path program = copy(launcher.resolve("mixoscope"), bin);
  program.toFile().setExecutable(true, false);
  boolean windows = System.getProperty("os.name").startsWith("Windows");
  StartUpCache.make(
      windows ? bin.resolve("mixoscope.bat") : program, lib, app.resolveSibling("start-up-cache"));
}

/** How the names of jars begin whose licence is said. */
List<String> named() throws IOException {
  return Files.readAllLines(LICENCES).stream()
      .flatMap(row -> Stream.of(row.split("\t", -1)[3].split(" ")))
      .filter(name -> !name.isEmpty())
      .map(name -> name + "-")
      .toList();
}

/** Jars of an earlier build must not stay on the class path. */
void clear(Path lib) throws IOException {
  try (DirectoryStream<Path> old = Files.newDirectoryStream(lib, "*.{jar,aot}")) {
    for (Path file : old) {
      Files.delete(file);
    }
  }
}

Path copy(Path file, Path folder) throws IOException {
  return Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
}

/**
 * Lays the native libraries of JavaFX where it looks first. It would else unpack them, and compare
 * the sums of what it unpacked before, at each start.
 */
void natives(Path javafx) throws IOException {
  boolean windows = System.getProperty("os.name").startsWith("Windows");
  Path folder = windows ? Files.createDirectories(javafx.resolveSibling("bin")) : javafx;
  try (DirectoryStream<Path> jars = Files.newDirectoryStream(javafx, "*.jar")) {
    for (Path jar : jars) {
      try (ZipFile modules = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : Collections.list(modules.entries())) {
          if (entry.getName().matches("[^/]+\\.(so|dylib|dll)")) {
            try (InputStream library = modules.getInputStream(entry)) {
              Path file = folder.resolve(entry.getName());
              Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            }
          }
        }
      }
    }
  }
}
