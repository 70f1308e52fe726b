package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Mass;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Findings;
import org.mixoscope.dataset.labelled.Headers;
import org.mixoscope.dataset.labelled.Numbers;
import org.mixoscope.dataset.labelled.PixelCounts;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.dataset.labelled.Turned;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Scale;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Sentence;

/// What was understood of a data set, in a few lines.
final class Understood {
  private static final int CLASSES = 10;

  private Understood() {}

  /// What can be said without a look into the pictures.
  static List<String> lines(DataSet data) {
    Findings found = data.findings();
    List<String> lines = new ArrayList<>();
    String split = found.split() == null ? "" : ", split " + found.split();
    lines.add(
        Sentence.filled(
            "{0}, {1} {1:picture|pictures}{2}", List.of(data.kind(), data.size(), split)));
    lines.add(labels(data));
    data.pixels().map(pixels -> pixels(data.classes(), pixels)).ifPresent(lines::add);
    found.remarks().stream().map(Objection::text).forEach(lines::add);
    if (!found.leftOut().isEmpty()) {
      lines.add(leftOut(found.leftOut()));
    }
    return lines;
  }

  /// What was understood of a folder of clips.
  static List<String> lines(ClipFolder folder) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Sentence.filled(
            "{0} {0:clip|clips} of {1} {1:class|classes}",
            List.of(folder.clips().size(), folder.classes().size())));
    if (!folder.leftOut().isEmpty()) {
      lines.add(
          Sentence.filled(
              "note    {0} {0:file is no clip|files are no clips}: left out, {1} the first",
              List.of(folder.leftOut().size(), folder.leftOut().getFirst())));
    }
    return lines;
  }

  /// What was understood of a table of texts.
  static List<String> lines(TextTable table) {
    int[] counts = table.counts();
    List<String> lines = new ArrayList<>();
    lines.add(
        Sentence.filled(
            "{0} {0:text|texts}, labels of the column {1}",
            List.of(table.size(), table.labelColumn())));
    lines.add(classes(table.findings(), table.classes(), i -> Integer.toString(counts[i]), "text"));
    table.findings().remarks().stream().map(Objection::text).forEach(lines::add);
    if (!table.leftOut().isEmpty()) {
      lines.add(
          "left out %d, the first: %s"
              .formatted(table.leftOut().size(), table.leftOut().getFirst().reason().text()));
    }
    return lines;
  }

  /// With what the headers of the pictures say, and how much of all labels each class has.
  ///
  /// @param mass what mixing makes of that; null where nothing is to be said of mixing
  static List<String> lines(DataSet data, Headers headers, @Nullable Mass mass) {
    List<String> lines = new ArrayList<>(lines(data));
    lines.add(1, pixels(headers));
    Mass.before(data)
        .map(
            shares ->
                mass == null
                    ? MassText.of(data.classes(), shares)
                    : MassText.of(data.classes(), mass))
        .ifPresent(line -> lines.add(3, line));
    Turned turned = headers.turned();
    if (turned.pictures() > 0) {
      lines.add(
          Sentence.filled(
              "{0} {0:picture is|pictures are} turned upright by EXIF",
              List.of(turned.pictures())));
    }
    if (turned.markedAsStored() > 0) {
      lines.add(
          Sentence.filled(
              "what is marked in {0} of them is that of the stored picture, by its size, and turned"
                  + " too",
              List.of(turned.markedAsStored())));
    }
    if (turned.unseen() > 0) {
      lines.add(
          Sentence.filled(
              "what is marked in {0} of them is taken for that of the upright picture: sizes do"
                  + " not tell",
              List.of(turned.unseen())));
    }
    if (headers.unreadable() > 0) {
      lines.add(
          Sentence.filled(
              "{0} {0:picture|pictures} cannot be read:", List.of(headers.unreadable())));
      headers.problems().stream().map(problem -> "  " + problem.text()).forEach(lines::add);
    }
    return lines;
  }

  /// `3 of 12 pictures are decoded smaller`.
  ///
  /// @param shrunk how many; empty where nobody counted them
  static String fast(SampleSettings samples, OptionalInt shrunk, int pictures) {
    if (samples.frame() == null) {
      return "every sample has its own size: all pictures are decoded exactly";
    }
    return shrunk.isPresent()
        ? Sentence.filled(
            "{0} of {1} {1:picture|pictures} {0:is|are} decoded smaller",
            List.of(shrunk.getAsInt(), pictures))
        : "JPEGs that become at least 8 times smaller are decoded smaller";
  }

  /// `background: 12 pictures without a label; left out 1: 1 .txt (no pictures)`.
  static String line(Background background) {
    return Sentence.filled(
        "background: {0} {0:picture|pictures} without a label{1}",
        List.of(
            background.size(),
            background.leftOut().isEmpty() ? "" : "; " + leftOut(background.leftOut())));
  }

  /// `3 classes, by name, character by character: ant 4, bee 4, cow 4`.
  private static String labels(DataSet data) {
    Findings found = data.findings();
    if (found.target() == TargetKind.NUMBER) {
      return "numbers: " + data.classes().getFirst();
    }
    int[] counts = data.counts();
    return classes(found, data.classes(), i -> counts[i] + objects(data, i), "picture");
  }

  /// @param count of a class
  /// @param what a class is of
  private static String classes(
      Findings found, List<String> classes, IntFunction<String> count, String what) {
    String names =
        IntStream.range(0, Math.min(CLASSES, classes.size()))
            .mapToObj(i -> classes.get(i) + " " + count.apply(i))
            .collect(Collectors.joining(", "));
    String more =
        classes.size() > CLASSES ? ", and %d more".formatted(classes.size() - CLASSES) : "";
    String kind =
        switch (found.target()) {
          case CLASS, NUMBER -> "one class a " + what;
          case SOFT -> "soft labels";
          case LABELS -> "several labels a " + what;
          case MAP -> "a class map a picture";
          case OBJECTS -> "pictures with each, and objects in brackets";
        };
    return Sentence.filled(
        "{0} {0:class|classes} {1}: {2}{3}; {4}",
        List.of(classes.size(), found.order().text(), names, more, kind));
  }

  /// ` (12)`: how many objects of a class there are, after how many pictures have some.
  private static String objects(DataSet data, int index) {
    return data.objects().map(all -> " (%d)".formatted(all.ofClasses().get(index))).orElse("");
  }

  /// `pixels: background 71.2 %, cat 28.8 %; 3.1 % of all ignored`.
  private static String pixels(List<String> classes, PixelCounts pixels) {
    String shares =
        IntStream.range(0, Math.min(CLASSES, classes.size()))
            .mapToObj(i -> classes.get(i) + " " + percent(pixels.share(i)))
            .collect(Collectors.joining(", "));
    String more = classes.size() > CLASSES ? ", …" : "";
    return "pixels: %s%s; %s of all ignored"
        .formatted(shares, more, percent(pixels.ignoredShare()));
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }

  private static String pixels(Headers headers) {
    Census census = headers.census();
    String channels =
        census.colour() == 0
            ? "grey"
            : census.grey() == 0
                ? "colour"
                : "%d grey, %d colour".formatted(census.grey(), census.colour());
    String bits = numbers(headers.numbers());
    return "%s; %s; %s".formatted(sizes(headers.smallest(), headers.largest()), channels, bits);
  }

  /// `8 bits`; of more than light their type, sign and range, and what they stand for.
  private static String numbers(Numbers numbers) {
    Map<NumberType, Integer> counts = numbers.pictures();
    Scale scale = numbers.scale();
    boolean areLight = counts.keySet().stream().allMatch(NumberType::isLight);
    if (areLight && (scale == null || scale.isNone())) {
      int deep = counts.getOrDefault(NumberType.UINT16, 0);
      boolean all = deep > 0 && counts.size() == 1;
      return deep == 0 ? "8 bits" : all ? "16 bits" : "8 bits, %d of 16".formatted(deep);
    }
    String types =
        counts.entrySet().stream()
            .map(
                one ->
                    counts.size() == 1
                        ? type(one.getKey())
                        : one.getValue() + " of " + type(one.getKey()))
            .collect(Collectors.joining(", "));
    return scale == null
        ? types + "; they stand for different things"
        : scale.isNone() && scale.unit().isEmpty() ? types : types + "; " + scale;
  }

  private static String type(NumberType type) {
    int bits = Byte.SIZE * type.bytes();
    return type.isWhole()
        ? "%d bits %s a sign (%s, %d to %d)"
            .formatted(
                bits, type.least() < 0 ? "with" : "without", type.id(), type.least(), type.most())
        : "floats of %d bits (%s)".formatted(bits, type.id());
  }

  private static String sizes(@Nullable Frame smallest, @Nullable Frame largest) {
    if (smallest == null || largest == null) {
      return "no sizes";
    }
    return smallest.equals(largest)
        ? smallest.toString()
        : "%d to %d wide, %d to %d high"
            .formatted(smallest.width(), largest.width(), smallest.height(), largest.height());
  }

  /// `left out 3: 2 .heic (pictures of a kind that is not read), 1 hidden`.
  private static String leftOut(List<LeftOut> all) {
    return "left out %d: %s"
        .formatted(
            all.stream().mapToLong(LeftOut::count).sum(),
            all.stream()
                .map(one -> one.count() + " " + one.why().text())
                .collect(Collectors.joining(", ")));
  }
}
