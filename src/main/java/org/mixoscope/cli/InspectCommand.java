package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mixoscope.batch.UnderstoodJson;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Headers;
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

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  InspectCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    try (DataSet data = DataSet.open(source, options.readAs())) {
      Headers headers = data.headers(limit.reader());
      if (json) {
        out.println(UnderstoodJson.all(data, headers).toPrettyString());
      } else {
        Understood.lines(data, headers).forEach(out::println);
      }
    }
    return 0;
  }
}
