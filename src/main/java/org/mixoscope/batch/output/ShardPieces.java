package org.mixoscope.batch.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Storage.Draft;
import org.mixoscope.kernel.Frame;

/// Files of which shards hold pieces: arrays, and the lines beside them.
public final class ShardPieces {
  private ShardPieces() {}

  /// What a shard wrote.
  ///
  /// @param number of the shard
  /// @param samples how many are in it
  /// @param frame of all of them; null if there are none
  public record Piece(int number, long samples, @Nullable Frame frame) {}

  static String name(String pieces, String file, int number) {
    return "%s/%s-%06d".formatted(pieces, file, number);
  }

  /// Puts pieces together, if the format has such. They are left there.
  ///
  /// @param all of all shards, in their order
  /// @param pieces their folder, from that of the job on
  /// @param folder of the job
  /// @throws IOException also if the samples of two shards do not go into one array
  public static void join(
      ShardWriter.Form form, List<Piece> all, String pieces, Path folder, Storage storage)
      throws IOException {
    if (!(form.settings().encoding() instanceof Encoding.Numbers numbers)) {
      return;
    }
    Frame frame = frame(all, folder, pieces);
    long count = all.stream().mapToLong(Piece::samples).sum();
    int height = frame == null ? 0 : frame.height();
    int width = frame == null ? 0 : frame.width();
    long bytes = 0;
    for (Piece piece : all) {
      bytes += Files.size(folder.resolve(name(pieces, ArrayOutput.IMAGES, piece.number)));
    }
    long values = bytes / numbers.bytes();
    long channels = values == 0 ? 3 : values / (count * height * width);
    TargetArray targets = form.targets();
    byte[] images = ArrayOutput.header(numbers, count, height, width, channels);
    byte[] labels = targets.header(count, frame);
    join(images, all, ArrayOutput.IMAGES, pieces, folder, storage);
    join(labels, all, targets.file(), pieces, folder, storage);
    join(new byte[0], all, MetadataFile.NAME, pieces, folder, storage);
  }

  private static @Nullable Frame frame(List<Piece> all, Path folder, String pieces)
      throws IOException {
    Frame frame = null;
    for (Piece piece : all) {
      if (frame == null) {
        frame = piece.frame;
      } else if (piece.frame != null && !piece.frame.equals(frame)) {
        throw new OutputException(
            OutputReason.PARTS_DIFFER.of(
                folder.resolve(name(pieces, ArrayOutput.IMAGES, piece.number)),
                piece.frame,
                frame));
      }
    }
    return frame;
  }

  private static void join(
      byte[] header, List<Piece> all, String file, String pieces, Path folder, Storage storage)
      throws IOException {
    try (Draft draft = storage.draft(folder.resolve(file), folder.resolve(pieces))) {
      OutputStream out = draft.out();
      out.write(header);
      for (Piece piece : all) {
        Files.copy(folder.resolve(name(pieces, file, piece.number)), out);
      }
      draft.commit();
    }
  }
}
