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
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs benchmarks and prints a table: the time of each in its best iteration, its ratio to its
/// baselines, and what it allocates. Two benchmarks are minutes apart, and a shared machine is not
/// the same then; so all may be run in several rounds, and a ratio is the median of theirs.
public final class Benchmarks {
  private Benchmarks() {}

  /// @param args how many rounds, and regular expressions of benchmark names; none runs all
  public static void main(String[] args) throws Exception {
    BenchmarkCompiler.run();
    OptionsBuilder options = new OptionsBuilder();
    for (int i = 1; i < args.length; i++) {
      options.include(args[i]);
    }
    options.addProfiler(GCProfiler.class);
    options.shouldFailOnError(true);
    List<Collection<RunResult>> rounds = new ArrayList<>();
    for (int round = 0; round < Integer.parseInt(args[0]); round++) {
      rounds.add(new Runner(options.build()).run());
    }
    System.out.println();
    System.out.println("| benchmark | time | ratio | allocated |");
    System.out.println("| --- | --- | --- | --- |");
    for (RunResult result : rounds.getFirst()) {
      System.out.println(row(result, rounds));
    }
  }

  private static String row(RunResult result, List<Collection<RunResult>> rounds)
      throws ReflectiveOperationException {
    Result<?> time = result.getPrimaryResult();
    Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return "| %s | %.3g %s | %s | %,.0f B |"
        .formatted(
            name(result.getParams()),
            rounds.stream().mapToDouble(all -> best(result.getParams(), all)).min().orElseThrow(),
            time.getScoreUnit(),
            String.join(", ", ratios(result.getParams(), rounds)),
            bytes == null ? 0 : bytes.getScore());
  }

  /// The fastest iteration: what else the machine does can only make others slower.
  private static double best(BenchmarkParams params, Collection<RunResult> round) {
    return round.stream()
        .filter(result -> name(result.getParams()).equals(name(params)))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getStatistics()
        .getMin();
  }

  private static List<String> ratios(BenchmarkParams params, List<Collection<RunResult>> rounds)
      throws ReflectiveOperationException {
    List<String> ratios = new ArrayList<>();
    for (String baseline : baselines(params)) {
      for (RunResult other : rounds.getFirst()) {
        if (isBaseline(other.getParams(), params, baseline)) {
          double ratio = median(params, other.getParams(), rounds);
          ratios.add(String.format(Locale.ROOT, "%.2f × %s", ratio, baseline));
        }
      }
    }
    return ratios;
  }

  private static double median(
      BenchmarkParams params, BenchmarkParams baseline, List<Collection<RunResult>> rounds) {
    double[] ratios =
        rounds.stream()
            .mapToDouble(all -> best(params, all) / best(baseline, all))
            .sorted()
            .toArray();
    return (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
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
