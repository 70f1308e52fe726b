package org.mixoscope.batch.sample;

import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Numbers;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Example;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Source;

/// The pictures that samples are made of, by their numbers: those of the data set, and after them
/// those of the background, which have no label.
///
/// @param data the data set
/// @param background null for none
public record Stock(DataSet data, @Nullable Background background) {
  /// What pictures of the background are called begins so.
  private static final String BACKGROUND = "background:";

  /// A data set alone.
  public static Stock of(DataSet data) {
    return new Stock(data, null);
  }

  /// How many there are.
  public int size() {
    return data.size() + (background == null ? 0 : background.size());
  }

  /// Whether a picture has a label.
  public boolean isLabelled(int picture) {
    return background == null || picture < data.size();
  }

  /// What a picture is called: within the data set, or `background:` and within that.
  public String name(int picture) {
    return background == null || isLabelled(picture)
        ? data.name(picture)
        : BACKGROUND + background.name(picture - data.size());
  }

  /// Whether a picture is called so that is of a background.
  public static boolean isOfBackground(String name) {
    return name.startsWith(BACKGROUND);
  }

  /// As recipes refer to a picture.
  Source source(int picture) {
    return background == null || isLabelled(picture)
        ? new Source(data.location(picture), data.labelOf(picture), data.annotation(picture))
        : new Source(background.location(picture - data.size()), "");
  }

  /// What the contents of a picture are known by.
  ///
  /// @throws IOException if it cannot be read
  Fingerprint fingerprint(int picture) throws IOException {
    return background == null || isLabelled(picture)
        ? data.fingerprint(picture)
        : background.fingerprint(picture - data.size());
  }

  /// Reads an example, brought to the frame of all samples if they have one.
  ///
  /// @throws PictureException if it cannot be read
  Example read(int picture, PictureReader reader, SampleSettings settings, SampleKind kind)
      throws PictureException {
    if (background == null || isLabelled(picture)) {
      return data.read(picture, reader, settings.frame(), settings.fit(), kind);
    }
    Fitted read =
        background.read(picture - data.size(), reader, settings.frame(), settings.fit(), kind);
    return new Example(read.pixels(), read.origin(), null);
  }

  /// What pixels all of them have.
  Census census(PictureReader reader) {
    Census own = data.census(reader);
    return background == null ? own : own.plus(background.census(reader));
  }

  /// How many are decoded smaller than they are; empty if nobody permits it. Looks at all headers.
  OptionalInt shrunk(PictureReader reader, SampleSettings settings) {
    Frame frame = settings.frame();
    if (frame == null || settings.decoding() == Decoding.EXACT) {
      return OptionalInt.empty();
    }
    int own = data.shrunk(reader, frame, settings.fit());
    int others = background == null ? 0 : background.shrunk(reader, frame, settings.fit());
    return OptionalInt.of(own + others);
  }

  /// Which numbers all of them have.
  Numbers numbers(PictureReader reader) {
    Numbers own = data.headers(reader).numbers();
    return background == null ? own : own.plus(background.numbers(reader));
  }
}
