package org.mixoscope.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.FileMaker;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.SampleKind;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Manifest;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A job as it is sent to the nodes: what was listed, read and decided once, in place of files that
/// only the driver has. Unpacked once in a process; any number of threads.
@SuppressWarnings("serial") // of one version on both sides
final class Parcel implements Serializable {
  private static final long serialVersionUID = 1L;

  /// Settings as JSON, and where the data set is.
  private final String job;

  private final URI source;
  private final URI folder;
  private final Locations locations;

  /// The data set, if it can be listed.
  private final byte @Nullable [] listed;

  private final byte @Nullable [] background;
  private final @Nullable Mask mask;
  private final Channels channels;
  private final NumberType type;
  private final boolean rescaled;

  private transient @Nullable Stock stock;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Mask(int height, int width, byte[] bytes) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Mask of(Pixels pixels) {
      return new Mask(
          pixels.height(), pixels.width(), pixels.memory().toArray(ValueLayout.JAVA_BYTE));
    }

    Pixels pixels() {
      return Pixels.of(bytes, new Frame(height, width), 1);
    }
  }

  /// Packs a job. Asks all pictures where it is for them to say what all samples are.
  ///
  /// @param folder to write into
  Parcel(BatchJob job, Path folder, Locations locations) throws IOException {
    DataSet data = job.stock().data();
    Background behind = job.stock().background();
    this.job = new JobDocument(JobSource.of(job.source(), job.as(), data), job.settings()).text();
    this.locations = locations;
    source = job.source().toUri();
    this.folder = folder.toUri();
    listed = Manifest.holds(data) ? bytes(out -> Manifest.write(data, out)) : null;
    background = behind == null ? null : bytes(out -> Manifest.write(behind, out));
    Pixels pixels = job.maker().mask();
    mask = pixels == null ? null : Mask.of(pixels);
    SampleKind settled = job.maker().settled();
    channels = settled.channels();
    type = settled.type();
    rescaled = settled.rescaled();
  }

  private interface Writing {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.write(out);
    }
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /// The folder to write into.
  Path folder() throws IOException {
    return locations.path(folder);
  }

  /// What makes the files of the job, or its samples.
  ///
  /// @throws BatchException if the data set is another one here than on the driver
  FileMaker maker() throws IOException {
    return new FileMaker(
        stock(),
        document().settings(),
        mask == null ? null : mask.pixels(),
        new SampleKind(channels, type, rescaled));
  }

  private JobDocument document() throws BatchException {
    return JobDocument.parse(job);
  }

  private synchronized Stock stock() throws IOException {
    Stock known = stock;
    if (known == null) {
      Background behind =
          background == null ? null : Manifest.readBackground(in(background), locations::path);
      known = new Stock(data(), behind);
      stock = known;
    }
    return known;
  }

  /// What was listed, or else what every node opens. That stays open as long as the process is
  /// there.
  private DataSet data() throws IOException {
    if (listed != null) {
      return Manifest.read(in(listed), locations::path);
    }
    JobSource said = Objects.requireNonNull(document().source());
    JobSource here = new JobSource(locations.path(source), said.as(), said.contents());
    DataSet data = DataSet.open(here.path(), here.as());
    here.requireSame(data);
    return data;
  }
}
