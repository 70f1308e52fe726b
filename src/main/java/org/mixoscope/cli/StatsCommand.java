package org.mixoscope.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.stats.MixStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A method and a frame in, what becomes of λ out. No pictures.
@Command(
    name = "stats",
    customSynopsis = "mixoscope stats [--method NAME] [--size WIDTHxHEIGHT] [OPTIONS]",
    description = {
      "Says how a method distributes λ as drawn and λ̂, the share of A in the pixels: means,",
      "deviations, quantiles, histograms, how often a mix leaves A untouched, and where the others",
      "get to. Calculated for Mixup and CutMix, else from draws, with their standard errors.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope stats",
      "  mixoscope stats --alpha 0.2 --size 32x32 --box-rule timm-1.0.29",
      "  mixoscope stats --method mixup --alpha 0.4 --bins 10",
      "  mixoscope stats --size 2000x2000 --draws 20000 --seed 7 --json"
    })
final class StatsCommand implements Callable<Integer> {
  private final PrintWriter out;

  /// Not annotated: who makes the command adds [MethodOptions#group] to it.
  final MethodOptions how = new MethodOptions();

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      converter = Values.Size.class,
      description = "The size of the mixes in pixels. The default is 224x224.")
  Frame size = new Frame(224, 224);

  @Option(
      names = "--sources",
      paramLabel = "N",
      converter = SourceCount.class,
      description =
          "How many pictures are mixed, 2 to 8 if the method takes so many. The default is 2.")
  int sources = 2;

  @Option(
      names = "--draws",
      paramLabel = "N",
      converter = Draws.class,
      description =
          "How many draws to take where nothing can be calculated. The default is 100000, or"
              + " fewer for methods that give every pixel a weight of its own.")
  @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description = "The seed of these draws, a 64-bit whole number. The default is 42.")
  long seed = 42;

  @Option(
      names = "--bins",
      paramLabel = "N",
      converter = Bins.class,
      description = "How many bins the histograms have, 1 to 200. The default is 20.")
  int bins = 20;

  @Option(
      names = "--json",
      description =
          "Print one JSON object instead, with all numbers in full and the map of where the others"
              + " get to, up to 32 by 32 cells.")
  boolean json;

  StatsCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Method method = how.method();
    if (sources > Math.max(2, method.type().maxSources())) {
      throw Refusal.usage(
          "--method %s: mixes %d pictures, not %d"
              .formatted(method.type(), method.type().maxSources(), sources));
    }
    Inputs inputs = Inputs.of(size);
    int count = Objects.requireNonNullElse(draws, enoughDraws(method, inputs, sources));
    MixStatistics statistics = MixStatistics.of(method, inputs, sources, seed, count, bins);
    StatsReport report = new StatsReport(method, statistics, seed, count);
    out.println(json ? StatsJson.write(report) : report.text());
    return 0;
  }

  private static int enoughDraws(Method method, Inputs inputs, int sources) {
    try {
      return MixStatistics.enoughDraws(method, inputs, sources);
    } catch (IllegalArgumentException _) {
      throw Refusal.usage(
          "this method depends on what pictures or a mask show, or on what is where in them, and"
              + " stats looks at none");
    }
  }

  static final class SourceCount extends Values.Range {
    SourceCount() {
      super(2, MethodType.MOST_SOURCES);
    }
  }

  static final class Draws extends Values.Range {
    Draws() {
      super(2, 1_000_000);
    }
  }

  static final class Bins extends Values.Range {
    Bins() {
      super(1, 200);
    }
  }
}
