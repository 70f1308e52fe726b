package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// Pictures as they are mixed, decoded and brought to their frame, in a folder with a file for
/// each: for whoever wants the same ones again, epoch after epoch, here or in another program.
///
/// A picture is known by all bytes of its own file and by what is wanted of it, so whatever changes
/// is decoded anew. Any number of threads and programs may share a folder, and it may be deleted at
/// any time: a file that is not there or not whole, as a program that was killed leaves it, is
/// written again.
public final class PictureCache {
  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.WRITE,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);

  /// What is left to others on the disk.
  private static final long LEAST_FREE = 1_000_000_000;

  private static final long MEGA = 1_000_000;

  /// The checksum of all that follows; height and width, those of the stored picture, and its turn.
  private static final int HEADER = Long.BYTES + 5 * Integer.BYTES;

  private final Path folder;
  private final byte[] version;
  private final long leastFree;
  private final Consumer<Objection> told;
  private final AtomicBoolean ended = new AtomicBoolean();

  private PictureCache(Path folder, String version, long leastFree, Consumer<Objection> told) {
    this.folder = folder;
    this.version = version.getBytes(UTF_8);
    this.leastFree = leastFree;
    this.told = told;
  }

  /// A cache in a folder, which is made if it is not there.
  ///
  /// @param version of this program: others may make other pixels of the same file
  /// @param told on a thread that reads, at most once, when nothing more is kept, and why
  /// @throws IOException if the folder cannot be made
  public static PictureCache in(Path folder, String version, Consumer<Objection> told)
      throws IOException {
    return leaving(LEAST_FREE, folder, version, told);
  }

  /// The same with something else left on the disk.
  static PictureCache leaving(long leastFree, Path folder, String version, Consumer<Objection> told)
      throws IOException {
    Files.createDirectories(folder);
    return new PictureCache(folder, version, leastFree, told);
  }

  /// What is made of a file, from the folder or now.
  ///
  /// @param encoded all of its bytes. Not modified
  Fitted get(byte[] encoded, Encoded file, Fitting wanted) throws BadData {
    Path path = path(encoded, wanted);
    Fitted kept = kept(path, wanted);
    if (kept != null) {
      return kept;
    }
    Fitted made = wanted.of(file);
    keep(path, made);
    return made;
  }

  private Path path(byte[] encoded, Fitting wanted) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(version);
      digest.update(wanted.toString().getBytes(UTF_8));
      String name = HexFormat.of().formatHex(digest.digest(encoded));
      // Folders of millions of files are slow on some systems.
      return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What is in a file; null if there is none or it is not whole.
  private static @Nullable Fitted kept(Path path, Fitting wanted) {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      fill(header, channel);
      header.flip();
      long sum = header.getLong();
      Frame frame = new Frame(header.getInt(), header.getInt());
      Frame stored = new Frame(header.getInt(), header.getInt());
      Turn turn = Turn.of(header.getInt());
      if (channel.size() != HEADER + frame.pixels() * wanted.kind().bytes()) {
        return null;
      }
      byte[] pixels = Samples.room(frame, wanted.kind());
      fill(ByteBuffer.wrap(pixels), channel);
      return sum == sum(header.position(Long.BYTES), ByteBuffer.wrap(pixels))
          ? new Fitted(
              new Samples(pixels, frame, wanted.kind(), false).pixels(),
              wanted.origin(stored, turn))
          : null;
    } catch (IOException | IllegalArgumentException e) {
      return null; // decoding it again is always right, and keeping it says what is amiss
    }
  }

  private static void fill(ByteBuffer into, FileChannel channel) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into) < 0) {
        throw new EOFException();
      }
    }
  }

  private void keep(Path path, Fitted made) {
    if (ended.get()) {
      return;
    }
    Pixels pixels = made.pixels();
    Frame stored = made.origin().stored();
    ByteBuffer header = ByteBuffer.allocate(HEADER).position(Long.BYTES);
    header.putInt(pixels.height()).putInt(pixels.width());
    header.putInt(stored.height()).putInt(stored.width());
    header.putInt(made.origin().turn().exif()).flip();
    ByteBuffer bytes = ByteBuffer.wrap(pixels.memory().toArray(ValueLayout.JAVA_BYTE));
    header.putLong(0, sum(header.duplicate().position(Long.BYTES), bytes.duplicate()));
    try {
      Files.createDirectories(path.resolveSibling(""));
      if (folder.toFile().getUsableSpace() < leastFree) {
        end(ImageReason.CACHE_FULL.of(folder, leastFree / MEGA));
      } else {
        write(path, header, bytes);
      }
    } catch (FileSystemException e) {
      end(ImageReason.CACHE_NOT_WRITABLE.of(e.getFile(), reason(e)));
    } catch (IOException e) {
      end(ImageReason.CACHE_NOT_WRITABLE.of(path, e.getMessage()));
    }
  }

  private static String reason(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it is a file";
      default -> Objects.toString(e.getReason(), e.getClass().getSimpleName());
    };
  }

  private static void write(Path path, ByteBuffer header, ByteBuffer bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(path, ANEW)) {
      ByteBuffer[] all = {header, bytes};
      while (bytes.hasRemaining()) {
        channel.write(all);
      }
    }
  }

  private static long sum(ByteBuffer header, ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(header);
    sum.update(bytes);
    return sum.getValue();
  }

  private void end(Objection why) {
    if (!ended.getAndSet(true)) {
      told.accept(why);
    }
  }
}
