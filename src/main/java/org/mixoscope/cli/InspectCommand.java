package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.UnderstoodJson;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Mass;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleMaker;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Headers;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what is understood of a data set.
@Command(
    name = "inspect",
    description = {
      "Says what is understood of a data set, and what is left out of it: what batch would mix.",
      "Looks at the headers of all pictures; writes nothing.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope inspect photos",
      "  mixoscope inspect photos --split train --class-order natural",
      "  mixoscope inspect photos --pairing balanced",
      "  mixoscope inspect table.csv --target number --json"
    })
final class InspectCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Parameters(
      index = "0",
      paramLabel = "SRC",
      description = "The data set: whatever mixoscope batch takes.")
  Path source = Path.of("");

  @Mixin final DataSetOptions options = new DataSetOptions();

  @Mixin final SizeLimit limit = new SizeLimit();

  @Option(
      names = "--pairing",
      paramLabel = "WHO",
      converter = BatchSampleOptions.PartnersChoice.class,
      description =
          "Say, too, which part of all labels each class is expected to have after batch --pairing"
              + " WHO, with all else as batch has it if nothing is said: roll, random, same-class,"
              + " other-class, balanced or far-saliency. near-label is for numbers, which have no"
              + " classes.")
  Partners.@Nullable Who who;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  InspectCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    try (DataSet data = DataSet.open(source, options.readAs())) {
      Mass mass = who == null ? null : mass(data, who);
      Headers headers = data.headers(limit.reader());
      if (json) {
        out.println(UnderstoodJson.all(data, headers, mass).toPrettyString());
      } else {
        Understood.lines(data, headers, mass).forEach(out::println);
      }
    }
    return 0;
  }

  private Mass mass(DataSet data, Partners.Who partners) throws IOException {
    if (partners == Partners.Who.NEAR_LABEL) {
      throw Refusal.usage("--pairing: near-label mixes numbers, which are no classes");
    }
    SampleSettings usual =
        new SampleSettings(
            Policy.of(new CutMix(1)),
            Partners.of(partners),
            Blending.SRGB,
            null,
            null,
            Fit.COVER,
            Channels.KEEP,
            Labelling.USUAL,
            0,
            1,
            false,
            42);
    return new SampleMaker(Stock.of(data), usual, false, limit.reader())
        .mass()
        .orElseThrow(
            () ->
                Refusal.usage(
                    "--pairing: the labels are of the kind %s, in which classes have no shares"
                        .formatted(data.findings().target().id())));
  }
}
