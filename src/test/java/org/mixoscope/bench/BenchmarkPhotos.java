package org.mixoscope.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;

/// A folder of classes with photographs of 500×375. No two files are the same, though they show the
/// same few things.
final class BenchmarkPhotos {
  /// The size that they are mixed in.
  static final Frame FRAME = new Frame(224, 224);

  private static final Frame STORED = new Frame(375, 500);
  private static final int QUALITY = 90;

  private BenchmarkPhotos() {}

  /// CutMix of them.
  static SampleSettings cutMix() {
    return new SampleSettings(
        Policy.of(new CutMix(1)),
        Partners.ROLL,
        Blending.SRGB,
        null,
        FRAME,
        Fit.COVER,
        Channels.KEEP,
        Labelling.USUAL,
        0,
        1,
        false,
        42);
  }

  /// Writes so many.
  static void write(Path folder, int count) throws IOException {
    SourceReader reader = new SourceReader(new PictureReader());
    List<byte[]> photos = new ArrayList<>();
    for (Sample sample : Sample.ALL) {
      Pixels photo = Fitter.fit(reader.read(sample.location()).pixels(), STORED, Fit.COVER);
      photos.add(PictureWriter.jpeg(photo, QUALITY, null));
      Files.createDirectories(folder.resolve(sample.name()));
    }
    for (int i = 0; i < count; i++) {
      int which = i % photos.size();
      Path file = folder.resolve(Sample.ALL.get(which).name()).resolve(i + ".jpg");
      Files.write(file, saying("%08d".formatted(i), photos.get(which)));
    }
  }

  /// A JPEG with a comment behind its start.
  private static byte[] saying(String comment, byte[] jpeg) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (2 + comment.length())});
    file.writeBytes(comment.getBytes(US_ASCII));
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  /// Deletes a folder, if it is there.
  static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
