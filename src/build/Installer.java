import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Of modules that nobody names in code: names of files, dates in other languages, archives. */
static final Set<String> ASKED_FOR_BY_NAME = Set.of("jdk.charsets", "jdk.localedata", "jdk.zipfs");

/** What only the part of JavaCPP needs that makes bindings. */
static final Set<String> OF_MAKERS = Set.of("jdk.javadoc");

/** Of every file that is installed. */
static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

static final String SYSTEM = System.getProperty("os.name");
static final boolean WINDOWS = SYSTEM.startsWith("Windows");
static final boolean MAC = SYSTEM.startsWith("Mac");
static final Path ICONS = Path.of("src/main/resources/org/mixoscope/app/ui/icons");
static final Path OWN = Path.of("src/main/installer");

/**
 * Makes the program with a Java of its own, and the installers of the system that this runs on,
 * from the packaged program.
 *
 * @param args the folder of the packaged program, its jar, the folder for what is made, the version
 */
void main(String[] args) throws Exception {
  Path lib = Path.of(args[0]).resolve("lib").toAbsolutePath();
  String jar = Path.of(args[1]).getFileName().toString();
  Path made = Path.of(args[2]).toAbsolutePath();
  String version = args[3].replaceAll("-.*", "");
  delete(made);
  Path runtime = Files.createDirectories(made).resolve("runtime");
  link(lib, runtime);
  Path image = image(lib, jar, runtime, made, version);
  learn(image, made);
  if (MAC) {
    install("dmg", image, made, version);
    Files.move(
        made.resolve("Mixoscope-" + numbered(version) + ".dmg"),
        made.resolve("Mixoscope-" + version + ".dmg"),
        StandardCopyOption.REPLACE_EXISTING);
  } else if (WINDOWS) {
    install("msi", image, made, version);
  } else {
    Process folder = pack(image, made, version); // while the other is made, each on one thread
    install("deb", image, made, version);
    await("tar", folder);
    delete(made.resolve("more"));
  }
  delete(runtime);
  Files.delete(made.resolve("licence.txt"));
}

/**
 * A Java with what the jars need, and no more. JavaFX is part of it: the start-up cache holds
 * wherever the program lies only if there is no other path of modules.
 */
void link(Path lib, Path runtime) throws IOException {
  List<String> jars = jars(lib);
  List<String> question =
      new ArrayList<>(
          List.of(
              "--ignore-missing-deps",
              "--print-module-deps",
              "--multi-release=base",
              "--module-path=" + lib.resolve("javafx"),
              "--class-path=" + String.join(File.pathSeparator, jars)));
  question.addAll(jars);
  String[] answer = tool("jdeps", question).strip().split("\n");
  Set<String> modules = new TreeSet<>(ASKED_FOR_BY_NAME);
  modules.addAll(Arrays.asList(answer[answer.length - 1].strip().split(",")));
  modules.removeAll(OF_MAKERS);
  tool(
      "jlink",
      List.of(
          "--module-path=" + lib.resolve("javafx"),
          "--add-modules=" + String.join(",", modules),
          "--include-locales=en,zh",
          "--strip-debug",
          "--no-header-files",
          "--no-man-pages",
          "--output=" + runtime));
  natives(lib, runtime.resolve(WINDOWS ? "bin" : "lib"));
}

/** Where JavaFX looks first, lest it unpack them at the first start. */
void natives(Path lib, Path to) throws IOException {
  Path from = WINDOWS ? lib.resolve("bin") : lib.resolve("javafx");
  try (DirectoryStream<Path> libraries = Files.newDirectoryStream(from, "*.{so,dylib,dll}")) {
    for (Path library : libraries) {
      Files.copy(library, to.resolve(library.getFileName()));
    }
  }
}

/** A Mac takes no number that begins with 0: all versions before the first whole one are 1.0. */
String numbered(String version) {
  return MAC && version.startsWith("0.") ? "1.0" : version;
}

/** The program as it is installed. */
Path image(Path lib, String jar, Path runtime, Path made, String version) throws IOException {
  Path input = made.resolve("input");
  copy(lib, input);
  Files.writeString(input.resolve("licences.txt"), licences());
  String name = MAC ? "Mixoscope" : "mixoscope";
  List<String> options =
      new ArrayList<>(
          List.of(
              "--type",
              "app-image",
              "--name",
              name,
              "--app-version",
              numbered(version),
              "--vendor",
              "Mixoscope",
              "--description",
              "See, tune and apply image-mixing augmentation",
              "--input",
              input.toString(),
              "--main-jar",
              jar,
              "--main-class",
              "org.mixoscope.cli.Main",
              "--runtime-image",
              runtime.toString(),
              "--dest",
              made.toString()));
  if (WINDOWS) {
    options.add("--win-console");
  }
  options.addAll(List.of("--icon", icon(made).toString()));
  for (String option : javaOptions()) {
    options.addAll(List.of("--java-options", option));
  }
  tool("jpackage", options);
  delete(input);
  Path image = made.resolve(MAC ? name + ".app" : name);
  if (!MAC && !WINDOWS) {
    // A launcher of jpackage cannot set what OpenCV and the names of files need.
    Path program = image.resolve("bin").resolve(name);
    Files.copy(
        Path.of("src/main/launcher/mixoscope"), program, StandardCopyOption.REPLACE_EXISTING);
    program.toFile().setExecutable(true, false);
  }
  return image;
}

/** In the form that the system takes: a PNG, on macOS and Windows with a header before it. */
Path icon(Path made) throws IOException {
  Path png = ICONS.resolve("mixoscope-256.png");
  if (!MAC && !WINDOWS) {
    return png;
  }
  byte[] picture = Files.readAllBytes(png);
  ByteBuffer header;
  if (MAC) {
    header = ByteBuffer.allocate(16);
    header.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(16 + picture.length);
    header.put("ic08".getBytes(StandardCharsets.US_ASCII)).putInt(8 + picture.length);
  } else {
    header = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort((short) 0).putShort((short) 1).putShort((short) 1); // one icon
    header.putInt(0).putShort((short) 1).putShort((short) 32); // 0 is a side of 256
    header.putInt(picture.length).putInt(22);
  }
  Path file = made.resolve(MAC ? "mixoscope.icns" : "mixoscope.ico");
  Files.write(file, header.array());
  return Files.write(file, picture, StandardOpenOption.APPEND);
}

/** The own one, and what those of all that is installed are called. */
String licences() throws IOException {
  StringBuilder text = new StringBuilder(Files.readString(Path.of("LICENSE")));
  text.append(
          "\nShipped with it, by the names of SPDX. The texts are in the jars (META-INF), and in")
      .append(" legal\nof the Java.\n\n");
  for (String row :
      Files.readAllLines(Path.of("src/main/resources/org/mixoscope/app/licences.tsv"))) {
    String[] cells = row.split("\t", -1);
    text.append(cells[0]).append("\n    ").append(cells[1]).append("\n    ").append(cells[2]);
    text.append('\n');
  }
  return text.toString();
}

/** Those of the launcher. */
List<String> javaOptions() throws IOException {
  List<String> options = new ArrayList<>();
  for (String line : Files.readAllLines(Path.of("src/main/launcher/java.args"))) {
    if (line.startsWith("-")) {
      options.add(line.replaceFirst(" ", "="));
    }
  }
  options.add("-XX:CompileThresholdScaling=8");
  return options;
}

/** As the packaged program learned, with the Java of the image. */
void learn(Path image, Path made) throws Exception {
  if (!MAC && !WINDOWS) {
    // The cache holds for files of the same time; installers give them another one.
    try (Stream<Path> files = Files.walk(image)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(TIME));
      }
    }
    StartUpCache.make(
        image.resolve("bin/mixoscope"), image.resolve("lib/app"), made.resolve("start-up-cache"));
  }
}

/** The folder, with what else a menu needs of a program that lies anywhere. */
Process pack(Path image, Path made, String version) throws IOException {
  Path name = image.getFileName();
  Path more = made.resolve("more");
  Path lib = Files.createDirectories(more.resolve(name).resolve("lib"));
  Path bin = Files.createDirectories(more.resolve(name).resolve("bin"));
  String entry = Files.readString(OWN.resolve("deb/mixoscope.desktop"));
  Files.writeString(
      lib.resolve("mixoscope.desktop"),
      entry.replace("DESKTOP_MIMES", "MimeType=application/vnd.mixoscope+json;"));
  Files.copy(OWN.resolve("tar/mixoscope-mime.xml"), lib.resolve("mixoscope-mime.xml"));
  Path menu = Files.copy(OWN.resolve("tar/mixoscope-menu"), bin.resolve("mixoscope-menu"));
  menu.toFile().setExecutable(true, false);
  String file = "mixoscope-" + version + "-linux-" + System.getProperty("os.arch") + ".tar.gz";
  return new ProcessBuilder(
          "tar",
          "-czf",
          file,
          "--owner=0",
          "--group=0",
          name.toString(),
          "-C",
          more.toString(),
          name.toString())
      .directory(made.toFile())
      .inheritIO()
      .start();
}

/** As people of the system expect it. */
void install(String type, Path image, Path made, String version) throws Exception {
  List<String> options =
      new ArrayList<>(
          List.of(
              "--type",
              type,
              "--name",
              (MAC || WINDOWS ? "Mixoscope" : "mixoscope"),
              "--app-image",
              image.toString(),
              "--app-version",
              numbered(version),
              "--vendor",
              "Mixoscope",
              "--license-file",
              Files.writeString(made.resolve("licence.txt"), licences()).toString(),
              "--file-associations",
              OWN.resolve("document.properties").toString(),
              "--dest",
              made.toString()));
  Path own = OWN.resolve(type);
  if (Files.isDirectory(own)) {
    options.addAll(List.of("--resource-dir", own.toString()));
  }
  if (WINDOWS) {
    options.addAll(
        List.of(
            "--win-menu", "--win-shortcut-prompt", "--win-per-user-install", "--win-dir-chooser"));
  } else if (!MAC) {
    options.addAll(
        List.of(
            "--linux-shortcut",
            "--linux-menu-group",
            "Graphics;Education;Science;",
            "--linux-app-category",
            "graphics",
            "--install-dir",
            "/opt"));
  }
  options.addFirst(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
  ProcessBuilder jpackage = new ProcessBuilder(options);
  jpackage.environment().put("SOURCE_DATE_EPOCH", Long.toString(TIME.getEpochSecond()));
  await("jpackage", jpackage.inheritIO().start());
}

// Files and tools

List<String> jars(Path lib) throws IOException {
  try (Stream<Path> files = Files.list(lib)) {
    return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList();
  }
}

/** Jars and options; JavaFX is in the Java, and the cache holds for another one. */
void copy(Path lib, Path to) throws IOException {
  Files.createDirectories(to);
  for (String jar : jars(lib)) {
    Path file = Path.of(jar);
    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
  }
  Files.copy(lib.resolve("java.args"), to.resolve("java.args"));
}

void delete(Path folder) throws IOException {
  if (Files.exists(folder)) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

/** Runs a tool of the JDK; what it prints is only seen if it fails. */
String tool(String name, List<String> arguments) {
  ByteArrayOutputStream said = new ByteArrayOutputStream();
  PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
  if (tool.run(out, out, arguments.toArray(String[]::new)) != 0) {
    System.err.println(name + " " + String.join(" ", arguments));
    System.err.println(said.toString(StandardCharsets.UTF_8));
    System.exit(1);
  }
  return said.toString(StandardCharsets.UTF_8);
}

void await(String name, Process program) throws Exception {
  if (program.waitFor() != 0) {
    System.err.println(name + " failed");
    System.exit(1);
  }
}
