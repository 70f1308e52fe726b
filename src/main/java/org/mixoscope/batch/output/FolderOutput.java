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

/// Picture files in folders of ten thousand, and a line for each in `metadata.jsonl`. A file counts
/// once its line is there.
final class FolderOutput implements Output {
  private static final int PER_FOLDER = 10_000;
  private static final Pattern PICTURE = Pattern.compile("(\\d{8,10})\\.(?:jpg|png)");

  private final Path folder;
  private final Encoding.File encoding;
  private final SampleJson json;
  private final AppendFile metadata;
  private final Set<Integer> made = ConcurrentHashMap.newKeySet();

  FolderOutput(Path folder, Encoding.File encoding, SampleJson json, List<Long> state)
      throws IOException {
    this.folder = folder;
    this.encoding = encoding;
    this.json = json;
    metadata =
        new AppendFile(folder.resolve(MetadataFile.NAME), state.isEmpty() ? 0 : state.getFirst());
  }

  static Point back(Path folder, int sample) throws IOException {
    MetadataFile.Before before = MetadataFile.before(folder, sample);
    return new Point(sample, before.lines(), List.of(before.bytes()));
  }

  static void clear(Path folder, int next) throws IOException {
    int number = next / PER_FOLDER;
    while (Files.isDirectory(folder.resolve(name(number)))) {
      Leftovers.delete(folder.resolve(name(number)), PICTURE, next);
      number++;
    }
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    int number = sample.index() / PER_FOLDER;
    String name = name(number) + "/" + SampleName.of(sample.index()) + "." + encoding.extension();
    Path file = folder.resolve(name);
    if (!made.contains(number)) {
      Files.createDirectories(file.resolveSibling(""));
      made.add(number);
    }
    Files.write(file, encoding.encode(sample.pixels(), recipe));
    byte[] line = json.line(sample, name);
    return () -> metadata.append(line);
  }

  private static String name(int number) {
    return "images/" + SampleName.padded(number, 4);
  }

  @Override
  public Path folder(int index) {
    return folder.resolve(name(index / PER_FOLDER));
  }

  @Override
  public List<Long> state() {
    return List.of(metadata.length());
  }

  @Override
  public void finish() {}

  @Override
  public void close() throws IOException {
    metadata.close();
  }
}
