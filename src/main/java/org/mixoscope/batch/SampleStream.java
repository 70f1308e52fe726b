package org.mixoscope.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.output.TarMembers;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.batch.sample.SampleMaker;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureCache;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.RefusedException;

/// Mixed samples one after the other as a tar, epoch after epoch: epoch e is what copy e of a job
/// with the same settings would be, sample for sample and byte for byte. Nothing is kept, so it can
/// begin at any epoch and need not end.
public final class SampleStream {
  private final long pictures;

  /// The first place of the part in every epoch, and how many there are.
  private final long begin;

  private final long size;
  private final JobSettings settings;
  private final SampleMaker maker;
  private final TarMembers members;

  /// What is made and waits for its turn.
  private record Ready(Made made, List<byte[]> members) {}

  /// @param settings with a format of tar shards
  /// @param cache of the pictures, which changes no byte; null for none
  /// @param part whose samples: of every epoch the same places, about as many for each part
  /// @throws BatchException if the background is another one than the settings say
  /// @throws PictureException if the mask cannot be read
  /// @throws IllegalArgumentException if the settings do not go with the data set, pixels are not
  ///   stored as picture files, or the part has no pictures
  public SampleStream(DataSet data, JobSettings settings, @Nullable PictureCache cache, Part part)
      throws IOException {
    pictures = data.size();
    begin = pictures * part.index() / part.count();
    size = pictures * (part.index() + 1) / part.count() - begin;
    if (size == 0) {
      throw new RefusedException(
          BatchReason.EMPTY_PART.of(part.index(), part.count(), data.size()));
    }
    Background background = settings.openBackground();
    this.settings = settings.seeing(background);
    if (!(settings.output().encoding() instanceof Encoding.File file)) {
      throw new IllegalArgumentException("a stream is of files");
    }
    maker =
        new SampleMaker(
            new Stock(data, background),
            settings.samples(),
            false,
            file.depth(),
            settings.edition().ordering(),
            settings.reader(cache));
    settings.output().format().require(maker.target());
    members =
        TarMembers.of(
            file,
            settings.samples().seed(),
            settings.saysLabelWeights(),
            MapForm.of(maker.target(), data, settings.samples().policy()));
  }

  /// Writes samples until there are no more epochs or nobody takes them.
  ///
  /// @param out flushed after every sample, not closed
  /// @param first the first epoch, within [0, 10⁸]
  /// @param epochs how many; empty for as many as are taken
  /// @param threads at least 1; they change no byte
  /// @param told of what cannot be read, on a thread of the stream, which waits
  /// @throws PictureException if the settings are strict and a picture cannot be read
  /// @throws IOException if nobody takes what is written
  public void write(
      OutputStream out, long first, OptionalLong epochs, int threads, Consumer<Missed> told)
      throws IOException {
    Pipeline<Ready> pipeline =
        new Pipeline<>(
            number -> ready(maker.make((first + number / size) * pictures + begin + number % size)),
            ready -> take(ready, out, told),
            threads,
            0,
            epochs.isPresent() ? Math.multiplyExact(size, epochs.getAsLong()) : Long.MAX_VALUE);
    try {
      pipeline.run();
      out.write(TarMembers.end());
      out.flush();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Ready ready(Made made) throws IOException {
    return new Ready(made, made instanceof Sample sample ? members.of(sample, null) : List.of());
  }

  private void take(Ready ready, OutputStream out, Consumer<Missed> told) throws IOException {
    switch (ready.made) {
      case Sample sample -> {
        sample.missed().forEach(told);
        for (byte[] bytes : ready.members) {
          out.write(bytes);
        }
        out.flush();
      }
      case Skipped left -> {
        if (settings.strict()) {
          throw left.problem();
        }
        told.accept(new Missed(left.name(), left.problem()));
      }
    }
  }
}
