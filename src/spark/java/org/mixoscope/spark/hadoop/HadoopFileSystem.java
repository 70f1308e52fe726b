package org.mixoscope.spark.hadoop;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One of Hadoop's file systems as one of NIO's: folders are listed; files are read from anywhere
/// in them, written from the beginning to the end, moved and deleted. Two are equal that have the
/// same address.
public final class HadoopFileSystem extends FileSystem {
  private final org.apache.hadoop.fs.FileSystem hadoop;
  private final HadoopProvider provider = new HadoopProvider(this);

  /// @param hadoop Hadoop's own, which is not closed
  public HadoopFileSystem(org.apache.hadoop.fs.FileSystem hadoop) {
    this.hadoop = hadoop;
  }

  org.apache.hadoop.fs.FileSystem hadoop() {
    return hadoop;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  /// Hadoop's is for others, too.
  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(getPath("/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    return HadoopPath.of(this, more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    // The language of globs is that of the default one.
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(Path.of(path.toString()));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HadoopFileSystem system
        && system.hadoop.getUri().equals(hadoop.getUri());
  }

  @Override
  public int hashCode() {
    return hadoop.getUri().hashCode();
  }
}
