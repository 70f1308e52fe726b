package org.mixoscope.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Compiles the benchmarks once more, with the code that JMH wraps around them. The build's own
/// compiler runs no annotation processors, and what JMH writes is not ours to lint.
final class BenchmarkCompiler {
  private BenchmarkCompiler() {}

  /// Puts JMH's classes and its list of benchmarks beside the classes of the tests.
  ///
  /// @throws IllegalStateException if they do not compile; what is wrong is on the error stream
  static void run() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path sources = Files.createDirectories(classes.resolveSibling("generated-benchmarks"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", classes.toString(), "-s", sources.toString()));
    arguments.addAll(List.of("-processor", "org.openjdk.jmh.generators.BenchmarkProcessor"));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    arguments.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
    arguments.addAll(List.of("--add-modules", "javafx.controls"));
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      files
          .map(Path::toString)
          .filter(file -> file.endsWith("Benchmark.java"))
          .forEach(arguments::add);
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new IllegalStateException("the benchmarks do not compile");
    }
  }
}
