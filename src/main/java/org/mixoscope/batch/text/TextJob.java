package org.mixoscope.batch.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.output.TextSample;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextSource;

/// A table of texts in, mixed texts with soft labels out. Sample i of a seed has the draw that a
/// recipe with that seed and index has; each text is mixed with those before it in a shuffled
/// order, another one for every copy, as pictures are.
public final class TextJob {
  /// The stream of the orders, that of pictures.
  private static final long ORDERS = -3;

  private static final String RUN = "run.json";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path source;
  private final TextTable table;
  private final List<String> classes;
  private final TextJobSettings settings;
  private final String version;
  private int copy = -1;
  private int[] order = new int[0];

  /// @param source where the table is
  /// @param version of this program, for `run.json`
  /// @throws BatchException if it has too few texts
  public TextJob(Path source, TextTable table, TextJobSettings settings, String version)
      throws BatchException {
    this.source = source;
    this.table = table;
    this.settings = settings;
    this.version = version;
    classes = table.classes();
    if (table.size() < settings.sources()) {
      throw new BatchException(
          BatchReason.FEW_TEXTS.of(source, table.size(), settings.sources()), null);
    }
    if ((long) table.size() * passes() > Integer.MAX_VALUE) {
      throw new BatchException(BatchReason.MANY_TEXTS.of(settings.copies(), table.size()), null);
    }
  }

  private int passes() {
    return settings.copies() + (settings.keepOriginals() ? 1 : 0);
  }

  /// How many samples there will be.
  public int size() {
    return table.size() * passes();
  }

  /// Writes all samples, once.
  ///
  /// @param folder to write into; made if it is not there, empty unless the job is resumed
  /// @param resume whether to go on with what is there
  /// @param done told of every sample, with how many there are now
  /// @throws BatchException if it cannot begin or go on
  public void run(Path folder, boolean resume, IntConsumer done) throws IOException {
    try {
      enter(folder, resume);
      try (TextOutput output = TextOutput.open(settings.format(), folder, settings.seed())) {
        for (int index = output.next(); index < size(); index++) {
          output.add(sample(index));
          done.accept(index + 1);
        }
        output.finish();
      }
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw new BatchException(BatchReason.NOT_WRITABLE.of(folder, e.getMessage()), e);
    }
  }

  private void enter(Path folder, boolean resume) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BatchException(BatchReason.FILE.of(folder), null);
    }
    Files.createDirectories(folder);
    Path run = folder.resolve(RUN);
    ObjectNode now = document();
    if (Files.exists(run)) {
      if (!resume) {
        throw new BatchException(BatchReason.HOLDS_A_RUN.of(folder), null);
      }
      // Read back: a small number is then of the same kind as in the file.
      requireSame(folder, MAPPER.readTree(run.toFile()), MAPPER.readTree(now.toString()));
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new BatchException(BatchReason.NOT_EMPTY.of(folder), null);
      }
    }
    Files.write(
        folder.resolve("classes.txt"),
        classes.stream().map(name -> name.replaceAll("\\R", " ")).toList());
    if (!table.leftOut().isEmpty()) {
      Files.write(
          folder.resolve("errors.jsonl"), table.leftOut().stream().map(this::line).toList());
    }
    Files.writeString(run, now.toPrettyString() + "\n");
  }

  private String line(TextTable.LeftOut one) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", source.getFileName() + "#" + one.row())
        .put("error", one.reason().text())
        .toString();
  }

  /// The version of the program may differ, nothing else.
  private static void requireSame(Path folder, JsonNode before, JsonNode now)
      throws BatchException {
    for (String field : (Iterable<String>) now::fieldNames) {
      if (!field.equals("version") && !Objects.equals(before.get(field), now.get(field))) {
        throw new BatchException(
            BatchReason.OTHER_SETTING.of(
                folder, field, BatchReason.VALUES.of(value(before.get(field)), now.get(field))),
            null);
      }
    }
  }

  private static Object value(@Nullable JsonNode before) {
    return before == null ? BatchReason.NO_VALUE.of() : before;
  }

  private ObjectNode document() throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("mixoscope-texts", 1).put("version", version);
    try (InputStream stream = Files.newInputStream(source)) {
      Fingerprint contents = Fingerprint.of(stream);
      root.putObject("source")
          .put("name", String.valueOf(source.getFileName()))
          .put("bytes", contents.bytes())
          .put("sha256", contents.sha256());
    }
    root.put("text-column", table.textColumn()).put("label-column", table.labelColumn());
    root.put("texts", table.size()).put("left-out", table.leftOut().size());
    ObjectNode method = root.putObject("method");
    method.put("type", settings.method().type().id()).put("alpha", settings.method().alpha());
    if (settings.method() instanceof SentenceMix sentences) {
      method.put("pieces", sentences.pieces());
    }
    root.put("sources", settings.sources()).put("copies", settings.copies());
    root.put("keep-originals", settings.keepOriginals());
    root.put("smoothing", settings.smoothing()).put("seed", settings.seed());
    return root.put("format", settings.format().name().toLowerCase(Locale.ROOT));
  }

  private TextSample sample(int index) throws IOException {
    int pass = index / table.size();
    int place = index % table.size();
    if (pass == settings.copies()) {
      TextSource own = table.source(place);
      double[] label = label(own);
      return new TextSample(
          index, own.text(), boxed(label), "none", null, 1, List.of(table.name(place)));
    }
    List<Integer> mixed = mixed(pass, place);
    List<TextSource> texts = new ArrayList<>();
    for (int text : mixed) {
      texts.add(table.source(text));
    }
    TextRecipe recipe = TextRecipe.of(settings.method(), settings.seed(), texts).drawn(index);
    MixedText mix = recipe.mix();
    List<double[]> labels = texts.stream().map(this::label).toList();
    return new TextSample(
        index,
        mix.text(),
        boxed(SoftLabels.mix(labels, mix.composition().shares())),
        settings.method().type().id(),
        recipe.draw().lambda(),
        mix.effectiveLambda(),
        mixed.stream().map(table::name).toList());
  }

  /// The own text, and those before it in the order of a copy.
  private List<Integer> mixed(int pass, int place) {
    if (pass != copy) {
      order = Pairing.permutation(table.size(), RandomStreams.of(settings.seed(), ORDERS, pass));
      copy = pass;
    }
    List<Integer> mixed = new ArrayList<>();
    for (int back = 0; back < settings.sources(); back++) {
      mixed.add(order[Math.floorMod(place - back, order.length)]);
    }
    return mixed;
  }

  private double[] label(TextSource text) {
    return SoftLabels.oneHot(
        classes.indexOf(text.className()), classes.size(), settings.smoothing());
  }

  private static List<Double> boxed(double[] label) {
    return Arrays.stream(label).boxed().toList();
  }
}
