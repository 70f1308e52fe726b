package org.mixoscope.app.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.recipe.RecipeException;

/// The file that what is remembered lies in. Reading never fails: a file that cannot be understood
/// is set aside, for whoever wants to mend it.
public final class MemoryFile {
  private final Path file;

  /// Open as long as this is used.
  private final List<FileChannel> claims = new ArrayList<>();

  public MemoryFile(Path file) {
    this.file = file;
  }

  /// What was found.
  ///
  /// @param problem the message key of what was wrong, null if nothing was
  /// @param place the file that the message is about
  public record Found(Remembered remembered, @Nullable String problem, Path place) {
    /// Whether no window was there before.
    public boolean isFirst() {
      return problem == null && remembered.equals(Remembered.NOTHING);
    }
  }

  /// Reads the file, if there is one.
  public Found read() {
    try {
      return new Found(RememberedJson.read(Files.readString(file)), null, file);
    } catch (NoSuchFileException _) {
      return new Found(Remembered.NOTHING, null, file);
    } catch (JsonProcessingException
        | CharacterCodingException
        | RecipeException
        | IllegalArgumentException _) {
      return setAside();
    } catch (IOException _) {
      return new Found(Remembered.NOTHING, "memory.unreadable", file);
    }
  }

  /// Whether no other program uses the file; none does from now on until this one ends. Where that
  /// cannot be known, none does.
  public boolean claim() {
    try {
      Path lock = file.resolveSibling("settings.lock");
      Files.createDirectories(lock.toAbsolutePath().getParent());
      // The lock ends with the channel, which is never closed.
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      claims.add(channel);
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // another window of this very program
    } catch (IOException _) {
      return true;
    }
  }

  /// Keeps a copy of the file as it is, for whoever wants to mend what a part did not understand.
  ///
  /// @return where
  public Path copyAside() throws IOException {
    return Files.copy(file, aside(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Found setAside() {
    Path aside = aside();
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return new Found(Remembered.NOTHING, "memory.set-aside", aside);
    } catch (IOException _) {
      return new Found(Remembered.NOTHING, "memory.unreadable", file);
    }
  }

  private Path aside() {
    return file.resolveSibling("set-aside-" + file.getFileName());
  }

  /// Puts a new file in the place of the old one; whoever reads meanwhile sees one or the other.
  public synchronized void write(Remembered remembered) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "settings", ".tmp");
    try {
      Files.write(fresh, RememberedJson.write(remembered));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
