package org.mixoscope.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;

/// The programs under `src/test/python/reference` compute the tables that other tests read.
@BesideWindows
class ReferenceProgramsTest {
  private static final Path TABLES = Path.of("src/test/resources/reference");

  @ParameterizedTest
  @MethodSource("tables")
  void programComputesItsTable(String table) throws Exception {
    String needed = "import mpmath, numpy; assert int(numpy.__version__.split('.')[0]) >= 2";
    assumeTrue(python("-c", needed).good(), "there is a Python with NumPy 2 and mpmath");

    Run check = python("src/test/python/reference/check.py", table);

    assertTrue(check.good(), check.said());
    assertEquals(1, check.said().lines().count(), check.said());
  }

  static Stream<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private record Run(boolean good, String said) {}

  private static Run python(String... arguments) throws InterruptedException {
    List<String> command = Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Run(process.waitFor() == 0, said);
    } catch (IOException e) {
      return new Run(false, e.toString());
    }
  }
}
