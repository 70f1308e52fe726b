package org.mixoscope.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What is in files, refused by its first bytes where it is no picture.
final class FileBytes {
  private FileBytes() {}

  /// The file of a name, which may be none that this system allows.
  static Path named(String file) throws PictureException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw ImageReason.NO_NAME.failure(e, file);
    }
  }

  static byte[] of(Path file) throws PictureException {
    return of(file, Integer.MAX_VALUE);
  }

  /// @param most how many of the first bytes are wanted, at least [Format#PREFIX]
  static byte[] of(Path file, int most) throws PictureException {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      // A film of gigabytes is refused by its first bytes.
      byte[] prefix = in.readNBytes(most == Integer.MAX_VALUE ? Format.PREFIX : most);
      if (prefix.length < Format.PREFIX) {
        return prefix;
      }
      Format.of(prefix);
      if (most < Integer.MAX_VALUE) {
        return prefix;
      }
      byte[] rest = in.readAllBytes();
      byte[] all = new byte[Math.addExact(prefix.length, rest.length)];
      System.arraycopy(prefix, 0, all, 0, prefix.length);
      System.arraycopy(rest, 0, all, prefix.length, rest.length);
      return all;
    } catch (BadData e) {
      throw e.about(name);
    } catch (NoSuchFileException e) {
      throw ImageReason.MISSING.failure(e, name);
    } catch (IOException e) {
      // Asked only now: where files are far away, every question takes its time.
      if (Files.isDirectory(file)) {
        throw ImageReason.FOLDER.failure(null, name);
      }
      throw e instanceof AccessDeniedException
          ? ImageReason.FORBIDDEN.failure(e, name)
          : ImageReason.UNREADABLE.failure(e, name, e.getMessage());
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw ImageReason.TOO_LARGE_A_FILE.failure(e, name);
    }
  }
}
