import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What Java compiled with all effort while it learned, it compiles so at each start. Loops should
 * be; what is called a few thousand times would only hold up the window.
 */
static final String RARELY =
    " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
        + " -XX:Tier4CompileThreshold=150000";

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
  for (String entry : args[2].split(File.pathSeparator)) {
    Path library = Path.of(entry);
    if (Files.isRegularFile(library) && !library.getFileName().toString().startsWith("javafx-")) {
      copy(library, lib);
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
  learn(
      windows ? bin.resolve("mixoscope.bat") : program, lib, app.resolveSibling("start-up-cache"));
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

/**
 * Halves the time to the first window: the launcher gives Java what it learned while a window
 * opened without a display. What a first one left is what the second finds, as it is for users.
 */
void learn(Path program, Path lib, Path trace) throws Exception {
  File log = new File(trace + ".log");
  String window = "-Dglass.platform=Headless -Dprism.order=sw -Dmixoscope.rehearsal=";
  // Relative, since options are parted at spaces.
  String rehearsal = window + lib.toAbsolutePath().relativize(trace.toAbsolutePath());
  for (String options :
      List.of(rehearsal, rehearsal + " -XX:AOTCacheOutput=mixoscope.aot" + RARELY)) {
    ProcessBuilder run =
        new ProcessBuilder(program.toString(), "explore")
            .directory(lib.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    // Asked for before any is opened, and none is.
    run.environment().put("DISPLAY", "none");
    run.environment().put("MIXOSCOPE_OPTS", options);
    Process process = run.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      System.err.println("The start-up cache could not be made, see " + log);
      System.exit(1);
    }
  }
}
