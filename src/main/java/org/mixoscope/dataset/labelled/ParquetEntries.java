package org.mixoscope.dataset.labelled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.dataset.packed.ParquetBlocks;
import org.mixoscope.dataset.packed.ParquetPictures;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

/// Pictures that are rows of Parquet files.
final class ParquetEntries implements Entries {
  private final List<ParquetPictures> files;
  private final ParquetBlocks blocks;

  /// The first index of each file.
  private final int[] starts;

  /// @param files in their order, none of them empty
  ParquetEntries(List<ParquetPictures> files) {
    this.files = files;
    blocks = new ParquetBlocks(files);
    starts = new int[files.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = Math.addExact(starts[i - 1], files.get(i - 1).rows());
    }
  }

  private int file(int index) {
    int at = Arrays.binarySearch(starts, index);
    return at >= 0 ? at : -at - 2;
  }

  private String row(int index) {
    return Integer.toString(index - starts[file(index)]);
  }

  private Path path(int index) {
    return files.get(file(index)).file();
  }

  @Override
  public String name(int index) {
    return PackedPicture.location(path(index).getFileName(), row(index));
  }

  @Override
  public String location(int index) {
    return PackedPicture.location(path(index).toAbsolutePath(), row(index));
  }

  @Override
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return reader.read(bytes(index), location(index), frame, fit, wanted);
  }

  @Override
  public Header header(int index, PictureReader reader) throws PictureException {
    byte[] all = bytes(index);
    return reader.header(
        location(index), most -> most < all.length ? Arrays.copyOf(all, most) : all);
  }

  @Override
  public InputStream contents(int index) throws IOException {
    return new ByteArrayInputStream(bytes(index));
  }

  private byte[] bytes(int index) throws PictureException {
    int file = file(index);
    return blocks.picture(file, index - starts[file]);
  }
}
