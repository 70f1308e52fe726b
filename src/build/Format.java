import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks (or, with {@code write}, mends) the format of every Java file under a folder. Files
 * unchanged since the last good run, whose time a stamp file keeps, are left out.
 *
 * @param args the jar of google-java-format, {@code check} or {@code write}, the folder, the stamp
 */
void main(String[] args) throws Exception {
  Path stamp = Path.of(args[3]);
  List<String> changed = changed(Path.of(args[2]), stamp);
  if (!changed.isEmpty()) {
    Path list = Files.write(stamp.resolveSibling("changed"), changed);
    String how = args[1].equals("write") ? "--replace" : "--dry-run";
    List<String> wrong = format(args[0], how, "@" + list);
    if (!wrong.isEmpty()) {
      System.err.println("Not in google-java-format:");
      wrong.forEach(file -> System.err.println("  " + file));
      System.err.println("To format them: mvn -Pformat process-sources");
      System.exit(1);
    }
  }
  Files.writeString(stamp, "");
}

List<String> changed(Path folder, Path stamp) throws IOException {
  FileTime last =
      Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(Long.MIN_VALUE);
  try (Stream<Path> files =
      Files.find(
          folder,
          Integer.MAX_VALUE,
          (file, about) ->
              file.toString().endsWith(".java") && about.lastModifiedTime().compareTo(last) >= 0)) {
    return files.map(Path::toString).toList();
  }
}

/**
 * The formatter's jar opens javac to itself, if it is the one that Java is started with. Compiled
 * with all effort, it would take half as much time again.
 */
List<String> format(String... arguments) throws Exception {
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  String[] line = {java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"};
  Process process =
      new ProcessBuilder(Stream.concat(Stream.of(line), Stream.of(arguments)).toList())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
  List<String> lines = process.inputReader().readAllLines();
  int result = process.waitFor();
  if (result != 0) {
    System.exit(result);
  }
  return lines;
}
