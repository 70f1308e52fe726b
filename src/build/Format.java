import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks (or, with {@code write}, mends) the format of every Java file under a folder. Files
 * unchanged since the last good run, whose time a stamp file keeps, are left out.
 */
void main(String[] args) throws Exception {
  boolean write = args[0].equals("write");
  Path stamp = Path.of(args[2]);
  List<String> command = new ArrayList<>(write ? List.of("--replace") : List.of("--dry-run"));
  try (Stream<Path> files = Files.walk(Path.of(args[1]))) {
    files
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> changedSince(file, stamp))
        .map(Path::toString)
        .forEach(command::add);
  }
  if (command.size() > 1) {
    var list = new StringWriter();
    var out = new PrintWriter(list);
    var err = new PrintWriter(System.err, true);
    int result = new Main(out, err, System.in).format(command.toArray(String[]::new));
    out.flush();
    if (result != 0) {
      System.exit(result);
    }
    if (!list.toString().isEmpty()) {
      System.err.println("Not in google-java-format:");
      list.toString().lines().map("  "::concat).forEach(System.err::println);
      System.err.println("To format them: mvn -Pformat process-sources");
      System.exit(1);
    }
  }
  Files.createDirectories(stamp.getParent());
  Files.writeString(stamp, "");
}

boolean changedSince(Path file, Path stamp) {
  try {
    return !Files.exists(stamp)
        || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(stamp)) >= 0;
  } catch (IOException e) {
    throw new java.io.UncheckedIOException(e);
  }
}
