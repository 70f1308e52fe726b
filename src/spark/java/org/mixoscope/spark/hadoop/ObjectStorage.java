package org.mixoscope.spark.hadoop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.mixoscope.batch.output.Storage;

/// Object stores: a rename copies all bytes there, but a file has its name only when it is closed.
public final class ObjectStorage implements Storage {
  @Override
  public Draft draft(Path file, Path drafts) throws IOException {
    return new Upload(file, Files.newOutputStream(file));
  }

  private static final class Upload implements Draft {
    private final Path file;
    private final OutputStream out;
    private boolean committed;

    Upload(Path file, OutputStream out) {
      this.file = file;
      this.out = out;
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public void commit() throws IOException {
      out.close();
      committed = true;
    }

    @Override
    public void close() throws IOException {
      if (committed) {
        return;
      }
      if (out instanceof FSDataOutputStream upload
          && upload.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
        upload.abort();
        return;
      }
      out.close();
      Files.deleteIfExists(file);
    }
  }
}
