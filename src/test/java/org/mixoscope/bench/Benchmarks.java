package org.mixoscope.bench;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs benchmarks and prints a table: the time of each in its best iteration, its ratio to its
/// baselines, and what it allocates.
public final class Benchmarks {
  private Benchmarks() {}

  /// @param args regular expressions of benchmark names; none runs all
  public static void main(String[] args) throws RunnerException, ReflectiveOperationException {
    OptionsBuilder options = new OptionsBuilder();
    for (String include : args) {
      options.include(include);
    }
    options.addProfiler(GCProfiler.class);
    options.shouldFailOnError(true);
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println();
    System.out.println("| benchmark | time | ratio | allocated |");
    System.out.println("| --- | --- | --- | --- |");
    for (RunResult result : results) {
      System.out.println(row(result, results));
    }
  }

  private static String row(RunResult result, Collection<RunResult> all)
      throws ReflectiveOperationException {
    Result<?> time = result.getPrimaryResult();
    Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return "| %s | %.3g %s | %s | %,.0f B |"
        .formatted(
            name(result.getParams()),
            best(result),
            time.getScoreUnit(),
            String.join(", ", ratios(result, all)),
            bytes == null ? 0 : bytes.getScore());
  }

  /// The fastest iteration: what else the machine does can only make others slower.
  private static double best(RunResult result) {
    return result.getPrimaryResult().getStatistics().getMin();
  }

  private static List<String> ratios(RunResult result, Collection<RunResult> all)
      throws ReflectiveOperationException {
    List<String> ratios = new ArrayList<>();
    for (String baseline : baselines(result.getParams())) {
      for (RunResult other : all) {
        if (isBaseline(other.getParams(), result.getParams(), baseline)) {
          double ratio = best(result) / best(other);
          ratios.add(String.format(Locale.ROOT, "%.2f × %s", ratio, baseline));
        }
      }
    }
    return ratios;
  }

  private static String[] baselines(BenchmarkParams params) throws ReflectiveOperationException {
    Method method = Class.forName(className(params)).getMethod(methodName(params));
    ComparedTo compared = method.getAnnotation(ComparedTo.class);
    return compared == null ? new String[0] : compared.value();
  }

  private static boolean isBaseline(
      BenchmarkParams other, BenchmarkParams params, String baseline) {
    return className(other).equals(className(params))
        && methodName(other).equals(baseline)
        && parameters(other).equals(parameters(params));
  }

  private static String name(BenchmarkParams params) {
    String simple = className(params).replaceAll(".*\\.", "").replace("Benchmark", "");
    String given = parameters(params);
    return simple + " " + methodName(params) + (given.isEmpty() ? "" : " (" + given + ")");
  }

  private static String parameters(BenchmarkParams params) {
    return params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
  }

  private static String className(BenchmarkParams params) {
    String full = params.getBenchmark();
    return full.substring(0, full.lastIndexOf('.'));
  }

  private static String methodName(BenchmarkParams params) {
    String full = params.getBenchmark();
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
