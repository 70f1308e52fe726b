package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.dataset.packed.NpyHeader;
import org.mixoscope.image.NumberBytes;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Frame;

/// NumPy arrays: `images.npy` N×H×W×C and a [TargetArray], with a line for each sample in
/// `metadata.jsonl`. For `.npz` the arrays are put into one file at the end.
final class ArrayOutput implements Output {
  private static final int HEADER = NpyHeader.LENGTH;
  static final String IMAGES = "images.npy";
  private static final String ARCHIVE = "mixed.npz";
  private static final Pattern SHAPE = Pattern.compile("\\((\\d+), (\\d+), (\\d+), (\\d+)\\)");
  private static final int COPY = 1 << 16;
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path folder;
  private final Numbers numbers;
  private final TargetArray targets;
  private final boolean zipped;
  private final SampleJson json;
  private final AppendFile images;
  private final AppendFile labels;
  private final AppendFile metadata;
  private @Nullable Frame frame;

  private ArrayOutput(
      Path folder,
      Numbers numbers,
      TargetArray targets,
      boolean zipped,
      SampleJson json,
      List<Long> state)
      throws IOException {
    this.folder = folder;
    this.numbers = numbers;
    this.targets = targets;
    this.zipped = zipped;
    this.json = json;
    boolean fresh = state.isEmpty();
    images = new AppendFile(folder.resolve(IMAGES), fresh ? 0 : state.get(0));
    labels = new AppendFile(folder.resolve(targets.file()), fresh ? 0 : state.get(1));
    metadata = new AppendFile(folder.resolve(MetadataFile.NAME), fresh ? 0 : state.get(2));
    if (fresh) {
      images.append(new byte[HEADER]);
      labels.append(new byte[HEADER]);
    } else if (state.get(3) > 0) {
      frame = frame(state.get(3), state.get(4));
    }
  }

  static Output open(
      Path folder,
      Numbers numbers,
      TargetArray targets,
      boolean zipped,
      SampleJson json,
      List<Long> state)
      throws IOException {
    Path archive = folder.resolve(ARCHIVE);
    if (zipped && Files.exists(archive)) {
      // A run that was ended after its last step but one.
      return new Finished(folder, state);
    }
    return new ArrayOutput(folder, numbers, targets, zipped, json, state);
  }

  /// From the sample itself, but from the beginning of all where the arrays are in one file
  /// already.
  static Point back(Path folder, TargetArray targets, List<Long> journal, int sample)
      throws IOException {
    if (Files.exists(folder.resolve(ARCHIVE))) {
      return Point.START;
    }
    MetadataFile.Before before = MetadataFile.before(folder, sample);
    if (before.lines() == 0) {
      return new Point(sample, 0, List.of());
    }
    List<Long> now = journal.isEmpty() ? finished(folder, targets) : journal;
    long label = targets.bytes(frame(now.get(3), now.get(4)));
    long image = (now.get(0) - HEADER) / ((now.get(1) - HEADER) / label);
    return new Point(
        sample,
        before.lines(),
        List.of(
            HEADER + before.lines() * image,
            HEADER + before.lines() * label,
            before.bytes(),
            now.get(3),
            now.get(4)));
  }

  /// What [#state] said at the end.
  private static List<Long> finished(Path folder, TargetArray targets) throws IOException {
    Path images = folder.resolve(IMAGES);
    byte[] header = new byte[HEADER];
    try (InputStream in = Files.newInputStream(images)) {
      in.readNBytes(header, 0, HEADER);
    }
    Matcher shape = SHAPE.matcher(new String(header, ISO_8859_1));
    if (!shape.find()) {
      throw new OutputException(OutputReason.CUT_SHORT.of(images));
    }
    return List.of(
        Files.size(images),
        Files.size(folder.resolve(targets.file())),
        Files.size(folder.resolve(MetadataFile.NAME)),
        Long.parseLong(shape.group(2)),
        Long.parseLong(shape.group(3)));
  }

  private static Frame frame(long height, long width) {
    return new Frame(Math.toIntExact(height), Math.toIntExact(width));
  }

  static void clear(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(ARCHIVE));
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    byte[] pixels = pixels(sample, numbers);
    byte[] label = targets.row(sample.target());
    byte[] line = json.line(sample, null);
    return () -> {
      frame = sameFrame(frame, sample);
      images.append(pixels);
      labels.append(label);
      metadata.append(line);
    };
  }

  /// The numbers of a sample as the array has them.
  static byte[] pixels(Sample sample, Numbers numbers) {
    if (numbers == Numbers.UINT16) {
      return NumberBytes.of(sample.pixels(), NumberType.UINT16);
    }
    byte[] bytes = sample.pixels().memory().toArray(ValueLayout.JAVA_BYTE);
    if (numbers == Numbers.UINT8) {
      return bytes;
    }
    ByteBuffer floats =
        ByteBuffer.allocate(bytes.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (byte value : bytes) {
      floats.putFloat((value & 0xFF) / 255f);
    }
    return floats.array();
  }

  /// The frame of a sample, which is that of those before it.
  ///
  /// @param before theirs; null if there are none
  static Frame sameFrame(@Nullable Frame before, Sample sample) throws IOException {
    Frame found = sample.pixels().frame();
    if (before != null && !before.equals(found)) {
      throw new OutputException(
          OutputReason.FRAMES_DIFFER.of(sample.names().getFirst(), found, before));
    }
    return found;
  }

  @Override
  public Path folder(int index) {
    return folder;
  }

  @Override
  public List<Long> state() {
    return List.of(
        images.length(),
        labels.length(),
        metadata.length(),
        frame == null ? 0L : frame.height(),
        frame == null ? 0L : frame.width());
  }

  @Override
  public void finish() throws IOException {
    long count = (labels.length() - HEADER) / targets.bytes(frame);
    int height = frame == null ? 0 : frame.height();
    int width = frame == null ? 0 : frame.width();
    long values = (images.length() - HEADER) / numbers.bytes();
    long channels = values == 0 ? 3 : values / (count * height * width);
    images.write(header(numbers, count, height, width, channels), 0);
    labels.write(targets.header(count, frame), 0);
    if (zipped) {
      zip();
    }
  }

  /// What the array of pictures begins with.
  static byte[] header(Numbers numbers, long count, int height, int width, long channels) {
    String shape = "%d, %d, %d, %d".formatted(count, height, width, channels);
    return NpyHeader.of(numbers.descr(), shape);
  }

  /// A part has arrays of its own.
  @Override
  public void endPart() throws IOException {
    finish();
  }

  private void zip() throws IOException {
    zip(folder, targets.file());
  }

  /// Puts two arrays of a folder into one file.
  static void zip(Path folder, String target) throws IOException {
    Path part = folder.resolve("mixed.npz.part");
    try (OutputStream out = Files.newOutputStream(part);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (String name : List.of(IMAGES, target)) {
        Path file = folder.resolve(name);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(Files.size(file));
        entry.setCrc(checksum(file));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    Files.move(part, folder.resolve(ARCHIVE), StandardCopyOption.REPLACE_EXISTING);
    dropArrays(folder);
  }

  private static void dropArrays(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(IMAGES));
    Files.deleteIfExists(folder.resolve(TargetArray.LABELS));
    Files.deleteIfExists(folder.resolve(TargetArray.MAPS));
  }

  private static long checksum(Path file) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[COPY];
    try (var in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
      }
    }
    return crc.getValue();
  }

  @Override
  public void close() throws IOException {
    images.close();
    labels.close();
    metadata.close();
  }

  /// The archive is there; at most the arrays are left to be deleted.
  private record Finished(Path folder, List<Long> state) implements Output {
    @Override
    public Part prepare(Sample sample, @Nullable String recipe) {
      throw new IllegalStateException("nothing is missing in " + folder);
    }

    @Override
    public Path folder(int index) {
      return folder;
    }

    @Override
    public void finish() throws IOException {
      dropArrays(folder);
    }

    @Override
    public void endPart() throws IOException {
      finish();
    }

    @Override
    public void close() {}
  }
}
