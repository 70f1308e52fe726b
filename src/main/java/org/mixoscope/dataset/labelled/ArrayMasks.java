package org.mixoscope.dataset.labelled;

import java.io.IOException;
import org.mixoscope.dataset.packed.NpyArray;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.IndexPicture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;

/// Masks that are rows of an array.
///
/// @param maps N×H×W
/// @param name of the array, for messages
/// @param rows where recipes find its rows, before their numbers
record ArrayMasks(NpyArray maps, String name, String rows) implements Masks {
  @Override
  public String file(int index) {
    return rows + index;
  }

  @Override
  public String location(int index) {
    return name + "#" + index;
  }

  @Override
  public IndexPicture indices(int index, PictureReader reader) throws PictureException {
    try {
      return new IndexPicture(maps.map(index), null);
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location(index), e.getMessage());
    }
  }

  @Override
  public void release() throws IOException {
    maps.close();
  }
}
