package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.target.ClassMap;

/// Picture files in folders of ten thousand, or all in one, class maps likewise, and a line for
/// each in `metadata.jsonl`. A file counts once its line is there.
final class FolderOutput implements Output {
  private static final int PER_FOLDER = 10_000;
  private static final Pattern PICTURE =
      Pattern.compile("(\\d{8,10})(?:\\.\\d)?(?:\\.weight)?\\.(?:jpg|png|tiff|npy)");
  private static final String IMAGES = "images/";
  private static final String MASKS = "masks/";

  private final Path folder;
  private final Encoding.File encoding;
  private final boolean flat;
  private final SampleJson json;
  private final @Nullable MapForm maps;
  private final AppendFile metadata;
  private final Set<Integer> made = ConcurrentHashMap.newKeySet();

  /// @param flat whether all lie in one folder
  /// @param maps how class maps are written; null where samples have none
  FolderOutput(
      Stretch stretch,
      Encoding.File encoding,
      boolean flat,
      SampleJson json,
      @Nullable MapForm maps,
      List<Long> state)
      throws IOException {
    folder = stretch.folder();
    this.encoding = encoding;
    this.flat = flat;
    this.json = json;
    this.maps = maps;
    metadata =
        new AppendFile(
            stretch.lists().resolve(MetadataFile.NAME), state.isEmpty() ? 0 : state.getFirst());
  }

  static Point back(Path folder, int sample) throws IOException {
    MetadataFile.Before before = MetadataFile.before(folder, sample);
    return new Point(sample, before.lines(), List.of(before.bytes()));
  }

  static void clear(Stretch rest, boolean flat) throws IOException {
    int first = rest.begin() / PER_FOLDER;
    int end = flat ? first + 1 : Math.ceilDiv(rest.end(), PER_FOLDER);
    for (String kind : List.of(IMAGES, MASKS)) {
      for (int number = first; number < end; number++) {
        Path folder = rest.folder().resolve(kind + within(flat, number));
        Leftovers.delete(folder, PICTURE, rest.begin(), rest.end());
      }
    }
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    int number = Math.toIntExact(sample.index() / PER_FOLDER);
    String within = within(number) + SampleName.of(sample.index());
    String name = IMAGES + within + "." + encoding.extension();
    MapFiles parts =
        maps != null && sample.target() instanceof ClassMap map
            ? MapFiles.of(map, maps.palette(), MASKS + within, ".png")
            : null;
    if (!made.contains(number)) {
      Files.createDirectories(folder.resolve(IMAGES + within(number)));
      if (parts != null) {
        Files.createDirectories(folder.resolve(MASKS + within(number)));
      }
      made.add(number);
    }
    Files.write(folder.resolve(name), encoding.encode(sample, recipe));
    if (parts != null) {
      for (MapFiles.Named part : parts.files()) {
        Files.write(folder.resolve(part.name()), part.bytes());
      }
    }
    byte[] line = json.line(sample, name, parts);
    return () -> metadata.append(line);
  }

  private String within(int number) {
    return within(flat, number);
  }

  private static String within(boolean flat, int number) {
    return flat ? "" : SampleName.padded(number, 4) + "/";
  }

  @Override
  public Path folder(int index) {
    return folder.resolve(IMAGES + within(index / PER_FOLDER));
  }

  @Override
  public List<Long> state() {
    return List.of(metadata.length());
  }

  @Override
  public void finish() {}

  @Override
  public void endPart() {}

  @Override
  public void close() throws IOException {
    metadata.close();
  }
}
