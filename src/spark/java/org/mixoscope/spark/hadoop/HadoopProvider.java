package org.mixoscope.spark.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/// What [java.nio.file.Files] asks of a [HadoopFileSystem].
final class HadoopProvider extends FileSystemProvider {
  /// For what was listed is asked right after, entry by entry.
  private static final long NANOS_KNOWN = 60_000_000_000L;

  private final HadoopFileSystem system;
  private volatile @Nullable Listing last;

  /// The folder that was listed last.
  private record Listing(Path folder, Map<String, FileStatus> entries, long at) {}

  HadoopProvider(HadoopFileSystem system) {
    this.system = system;
  }

  private org.apache.hadoop.fs.FileSystem hadoop() {
    return system.hadoop();
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return ((HadoopPath) path).hadoop();
  }

  /// An exception of Hadoop's as NIO has it.
  private static IOException explained(IOException e, Path path) {
    return switch (e) {
      case FileNotFoundException _ -> new NoSuchFileException(path.toString());
      case AccessControlException _ -> new AccessDeniedException(path.toString());
      case org.apache.hadoop.fs.FileAlreadyExistsException _ ->
          new FileAlreadyExistsException(path.toString());
      default -> e;
    };
  }

  private FileStatus status(Path path) throws IOException {
    Listing known = last;
    Path parent = path.getParent();
    if (known != null
        && known.folder.equals(parent)
        && System.nanoTime() - known.at < NANOS_KNOWN) {
      FileStatus entry = known.entries.get(String.valueOf(path.getFileName()));
      if (entry != null) {
        return entry;
      }
    }
    try {
      return hadoop().getFileStatus(hadoop(path));
    } catch (IOException e) {
      throw explained(e, path);
    }
  }

  @Override
  public String getScheme() {
    return hadoop().getUri().getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return system.getPath(uri.getPath());
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.stream().anyMatch(one -> one != StandardOpenOption.READ)) {
      throw new UnsupportedOperationException("Hadoop's files are not written in their middle");
    }
    FileStatus status = status(path);
    try {
      return new HadoopChannel(hadoop().open(hadoop(path)), status.getLen());
    } catch (IOException e) {
      throw explained(e, path);
    }
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    try {
      return hadoop().open(hadoop(path));
    } catch (IOException e) {
      throw explained(e, path);
    }
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    List<OpenOption> asked = List.of(options);
    if (asked.contains(StandardOpenOption.APPEND)) {
      throw new UnsupportedOperationException("not every file system of Hadoop appends");
    }
    last = null;
    try {
      return hadoop().create(hadoop(path), !asked.contains(StandardOpenOption.CREATE_NEW));
    } catch (IOException e) {
      throw explained(e, path);
    }
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> paths = new ArrayList<>();
    Map<String, FileStatus> entries = new HashMap<>();
    try {
      if (!hadoop().getFileStatus(hadoop(folder)).isDirectory()) {
        throw new NotDirectoryException(folder.toString());
      }
      RemoteIterator<FileStatus> all = hadoop().listStatusIterator(hadoop(folder));
      while (all.hasNext()) {
        FileStatus status = all.next();
        String name = status.getPath().getName();
        entries.put(name, status);
        Path path = folder.resolve(name);
        if (filter.accept(path)) {
          paths.add(path);
        }
      }
    } catch (IOException e) {
      throw explained(e, folder);
    }
    last = new Listing(folder, entries, System.nanoTime());
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    try {
      if (hadoop().exists(hadoop(folder))) {
        throw new FileAlreadyExistsException(folder.toString());
      }
      last = null;
      hadoop().mkdirs(hadoop(folder));
    } catch (IOException e) {
      throw explained(e, folder);
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    last = null;
    try {
      // False also of what is not there.
      if (!hadoop().delete(hadoop(path), false)) {
        throw new NoSuchFileException(path.toString());
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      // Each file system has an exception of its own for it.
      FileStatus status = status(path);
      throw status.isDirectory() && hadoop().listStatus(hadoop(path)).length > 0
          ? new DirectoryNotEmptyException(path.toString())
          : explained(e, path);
    }
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  /// Replaces what is there, whatever the options say.
  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    last = null;
    try {
      FileContext context = FileContext.getFileContext(hadoop().getUri(), hadoop().getConf());
      context.rename(hadoop(source), hadoop(target), Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException _) {
      hadoop().delete(hadoop(target), false);
      if (!hadoop().rename(hadoop(source), hadoop(target))) {
        throw new IOException(source + " cannot be renamed to " + target);
      }
    } catch (IOException e) {
      throw explained(e, source);
    }
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  @Override
  public boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  /// Whether it is there; who may do what, the file system says when it is done.
  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    var _ = status(path);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Objects.requireNonNull(type.cast(new HadoopAttributes(status(path))));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, @Nullable Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }
}
