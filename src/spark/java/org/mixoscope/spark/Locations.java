package org.mixoscope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SerializableWritable;
import org.mixoscope.batch.output.Storage;
import org.mixoscope.spark.hadoop.HadoopFileSystem;
import org.mixoscope.spark.hadoop.ObjectStorage;

/// Finds files by what they are called on every node. What is on local or mounted disks is read and
/// written without Hadoop, which would leave a file of checksums beside each.
final class Locations implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String LOCAL = "file";

  private static final Pattern URI_FORM = Pattern.compile("([a-z][a-z0-9+.-]+):/+(.*)");

  /// Where renaming is copying.
  private static final Set<String> OBJECT_STORES =
      Set.of("s3a", "s3", "s3n", "gs", "oss", "cosn", "obs", "swift");

  private final SerializableWritable<Configuration> configuration;

  /// @param configuration of Hadoop's file systems
  Locations(Configuration configuration) {
    this.configuration = new SerializableWritable<>(configuration);
  }

  private Configuration configuration() {
    return configuration.value();
  }

  /// A path, on the file system that is usual here, or a URI.
  ///
  /// @throws IOException if there is no such file system, or it does not answer
  Path path(String written) throws IOException {
    Matcher form = URI_FORM.matcher(written);
    try {
      if (form.matches()) {
        return form.group(1).equals(LOCAL)
            ? Path.of("/" + form.group(2))
            : onHadoop(new org.apache.hadoop.fs.Path(written));
      }
      return FileSystem.getDefaultUri(configuration()).getScheme().equals(LOCAL)
          ? Path.of(written)
          : onHadoop(new org.apache.hadoop.fs.Path(written));
    } catch (IllegalArgumentException e) {
      throw new InvalidPathException(written, String.valueOf(e.getMessage()));
    }
  }

  /// What a path is called everywhere.
  Path path(URI uri) throws IOException {
    return uri.getScheme().equals(LOCAL)
        ? Path.of(uri)
        : onHadoop(new org.apache.hadoop.fs.Path(uri));
  }

  private Path onHadoop(org.apache.hadoop.fs.Path path) throws IOException {
    FileSystem system = path.getFileSystem(configuration());
    return new HadoopFileSystem(system).getPath(system.makeQualified(path).toUri().getPath());
  }

  static boolean isLocal(Path path) {
    return path.getFileSystem().equals(FileSystems.getDefault());
  }

  /// How files come to be in a folder.
  static Storage storage(Path folder) {
    return !isLocal(folder) && OBJECT_STORES.contains(folder.toUri().getScheme())
        ? new ObjectStorage()
        : Storage.RENAMING;
  }
}
