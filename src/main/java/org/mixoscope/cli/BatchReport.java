package org.mixoscope.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Amounts;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.ObjectCounts;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.Retry;
import org.mixoscope.batch.UnderstoodJson;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Mass;
import org.mixoscope.batch.sample.SampleKind;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Sentence;

/// What is said while a job runs and when it ends: a bar where somebody watches, or JSON lines.
final class BatchReport implements BatchListener {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final double MILLIS = 1000;

  private final boolean quiet;
  private final boolean json;
  private final Path folder;
  private final DataSet data;
  private final @Nullable Background background;
  private final PrintWriter out;
  private final PrintWriter err;
  private final ProgressLine line;
  private final Set<String> missed = new HashSet<>();

  /// @param stock what the samples are made of
  BatchReport(
      boolean quiet, boolean json, Path folder, Stock stock, PrintWriter out, PrintWriter err) {
    this.quiet = quiet;
    this.json = json;
    this.folder = folder;
    data = stock.data();
    background = stock.background();
    this.out = out;
    this.err = err;
    line = new ProgressLine(quiet, json, out);
  }

  /// What the job is made of.
  @Override
  public void begun(Optional<Census> census) {
    if (quiet) {
      return;
    }
    if (json) {
      ObjectNode object = MAPPER.createObjectNode().put("event", "understood");
      object.setAll(UnderstoodJson.brief(data));
      UnderstoodJson.put(background, object);
      out.println(object);
    } else {
      Understood.lines(data).forEach(out::println);
      if (background != null) {
        out.println(Understood.line(background));
      }
    }
    census.filter(all -> all.pictures() > 0).ifPresent(this::decided);
  }

  /// What is tried again.
  @Override
  public void retried(Retry retry) {
    if (quiet) {
      return;
    }
    if (json) {
      ObjectNode object = MAPPER.createObjectNode().put("event", "retried");
      object.put("pictures", retry.named()).put("readable", retry.readable());
      out.println(object.put("from", retry.from()).put("rewritten", retry.rewritten()));
    } else {
      out.println(text(retry));
    }
  }

  private static String text(Retry retry) {
    if (retry.named() == 0) {
      return "nothing was left out: there is nothing to try again";
    }
    return retry.rewritten() == 0
        ? Sentence.filled(
            "{0} of {1} left-out {1:picture|pictures} can be read now: nothing is written anew",
            List.of(retry.readable(), retry.named()))
        : Sentence.filled(
            "{0} of {1} left-out {1:picture|pictures} can be read now: {2} {2:sample|samples}"
                + " written before {2:is|are} written anew, from number {3} on",
            List.of(retry.readable(), retry.named(), retry.rewritten(), retry.from()));
  }

  /// How class maps are stored in an array, before it begins.
  ///
  /// @param frame of all samples; null if each has its own
  void mapped(MapForm maps, @Nullable Frame frame) {
    if (quiet) {
      return;
    }
    String shape = maps.soft() ? "N×K×H×W" : "N×H×W";
    if (json) {
      ObjectNode object = MAPPER.createObjectNode().put("event", "maps").put("shape", shape);
      out.println(object.put("dtype", maps.dtype()).put("classes", maps.classes()));
      return;
    }
    String why = maps.soft() ? ", K = %d, since pixels may blend".formatted(maps.classes()) : "";
    String size =
        frame == null ? "" : ", %s a sample".formatted(Amounts.bytes(maps.arrayBytes(frame)));
    out.println("maps.npy %s %s%s%s".formatted(shape, maps.dtype(), why, size));
  }

  /// Samples have more than eight bits, or may have.
  void deep(SampleKind kind) {
    if (quiet) {
      return;
    }
    if (json) {
      ObjectNode object = MAPPER.createObjectNode().put("event", "numbers");
      out.println(object.put("type", kind.type().id()).put("rescaled", kind.rescaled()));
      return;
    }
    String why =
        kind.rescaled()
            ? ": what the numbers of the pictures stand for, since not all stand for the same"
            : "";
    out.println("numbers are %s%s".formatted(kind.type().id(), why));
  }

  /// Large JPEGs are decoded smaller.
  ///
  /// @param shrunk how many; empty where nobody counted them, as in a part of a job
  void fast(SampleSettings samples, OptionalInt shrunk) {
    if (quiet || samples.decoding() == Decoding.EXACT) {
      return;
    }
    int all = data.size() + (background == null ? 0 : background.size());
    if (json) {
      ObjectNode object = MAPPER.createObjectNode().put("event", "decoding");
      object.put("decode", samples.decoding().id());
      shrunk.ifPresent(count -> object.put("smaller", count).put("pictures", all));
      out.println(object);
    } else {
      out.println(Understood.fast(samples, shrunk, all));
    }
  }

  /// Decoded pictures are kept.
  ///
  /// @param frame of all of them; null if each has its own
  void cached(CacheOption cache, @Nullable Frame frame, int pictures) {
    if (quiet) {
      return;
    }
    if (json) {
      ObjectNode object = MAPPER.createObjectNode().put("event", "cache");
      out.println(object.put("folder", String.valueOf(cache.folder)));
    } else {
      out.println(cache.line(frame, pictures));
    }
  }

  /// No more decoded pictures are kept.
  void uncached(Objection why) {
    if (!quiet) {
      line.clear();
      err.println("mixoscope batch: " + why.text());
    }
  }

  /// The pictures have decided how many channels the array has.
  private void decided(Census all) {
    if (json) {
      ObjectNode object = MAPPER.createObjectNode();
      object.put("event", "pixels").put("channels", all.channels());
      object.put("grey", all.grey()).put("colour", all.colour());
      out.println(object.put("sixteen_bit", all.sixteenBit()));
    } else {
      out.println("N×H×W×%d: %s".formatted(all.channels(), why(all)));
    }
  }

  private static String why(Census all) {
    String deep =
        all.sixteenBit() == 0
            ? ""
            : "; in %d of them 16 bits are rounded to 8".formatted(all.sixteenBit());
    String text =
        all.colour() == 0
            ? "all pictures are grey"
            : all.grey() == 0
                ? "all pictures have colour"
                : "there is colour in %d of %d pictures; grey ones are repeated"
                    .formatted(all.colour(), all.pictures());
    return text + deep;
  }

  /// Another sample is done.
  @Override
  public void done(Made made, Progress progress) {
    if (background != null && made instanceof Sample sample) {
      sample.missed().forEach(partner -> missed.add(partner.name()));
    }
    line.show(progress);
  }

  /// Some samples are done elsewhere.
  @Override
  public void advanced(Progress progress, List<String> names) {
    if (background != null) {
      names.stream().filter(Stock::isOfBackground).forEach(missed::add);
    }
    line.show(progress);
  }

  /// The job is complete, or was stopped.
  void ended(Progress end) {
    line.clear();
    boolean complete = end.done() == end.total();
    boolean nothing = complete && end.written() == 0 && end.total() > 0;
    if (json && !quiet) {
      out.println(ProgressLine.object(complete ? "done" : "stopped", end));
    } else if (complete && !quiet && !nothing) {
      out.println(closing(end));
    }
    if (nothing && !json) {
      err.println(
          "mixoscope batch: none of the pictures can be read: see "
              + folder.resolve("errors.jsonl"));
    }
    if (!complete && !json) {
      err.println(ProgressLine.stopped(end));
    }
  }

  /// A part ended.
  void ended(Part part) {
    if (!quiet && !json && !part.isWhole()) {
      out.println(merging(part, folder));
    }
  }

  /// What is to be done when all parts are there.
  static String merging(Part part, Path folder) {
    return "part %d of %d; when all are there: mixoscope batch --merge %s"
        .formatted(part.index(), part.count(), folder);
  }

  /// What became of the objects.
  private static String objects(ObjectCounts counts) {
    List<String> said = new ArrayList<>();
    if (counts.shown() > 0) {
      said.add(
          Sentence.filled(
              "{0} {0:object|objects} in the pictures shown: {1} kept, {2} to be ignored, {3} gone",
              List.of(counts.shown(), counts.kept(), counts.ignored(), counts.gone())));
    }
    if (counts.leftOut() > 0) {
      said.add(
          Sentence.filled(
              "{0} {0:object|objects} left out: the format cannot say that {0:it is|they are} to"
                  + " be ignored",
              List.of(counts.leftOut())));
    }
    if (counts.unlabelled() > 0) {
      said.add(
          Sentence.filled(
              "{0} {0:sample shows|samples show} no object: {0:its|their} label is 0 for every"
                  + " class",
              List.of(counts.unlabelled())));
    }
    return said.stream().map(line -> System.lineSeparator() + line).collect(Collectors.joining());
  }

  private String closing(Progress end) {
    int fresh = end.done() - end.before();
    String text =
        fresh == 0
            ? Sentence.filled(
                "{0} {0:sample was|samples were} written before: {1}",
                List.of(end.written(), folder))
            : String.format(
                Locale.ROOT,
                "%s%s in %.1f s (%.0f/s): %s",
                samples(end.written()),
                end.before() == 0 ? "" : ", the last %d".formatted(fresh),
                end.elapsed().toMillis() / MILLIS,
                end.rate(),
                folder);
    text += objects(end.objects());
    if (!missed.isEmpty()) {
      text +=
          System.lineSeparator()
              + Sentence.filled(
                  "{0} {0:picture|pictures} of the background cannot be read, others were mixed in:"
                      + " see {1}",
                  List.of(missed.size(), folder.resolve("errors.jsonl")));
    }
    return end.skipped() == 0
        ? text
        : text
            + System.lineSeparator()
            + Sentence.filled(
                "{0} left out, {0:its|their} pictures cannot be read: see {1}",
                List.of(end.skipped(), folder.resolve("errors.jsonl")));
  }

  /// Nothing was written.
  void planned(Estimate estimate) {
    if (quiet) {
      return;
    }
    if (json) {
      ObjectNode object = MAPPER.createObjectNode();
      object.put("event", "plan").put("samples", estimate.samples());
      object.put("bytes", estimate.bytes());
      estimate.mass().ifPresent(all -> put(all, object.putArray("classes")));
      out.println(object);
    } else {
      estimate.mass().map(mass -> MassText.of(data.classes(), mass)).ifPresent(out::println);
      out.println(
          "would write %s, about %s, into %s"
              .formatted(samples(estimate.samples()), Amounts.bytes(estimate.bytes()), folder));
    }
  }

  private void put(Mass mass, ArrayNode classes) {
    for (int c = 0; c < mass.before().size(); c++) {
      ObjectNode node = classes.addObject().put("name", data.classes().get(c));
      node.put("before", mass.before().get(c)).put("after", mass.after().get(c));
    }
  }

  static String samples(long n) {
    return Sentence.filled("{0} {0:sample|samples}", List.of(n));
  }
}
