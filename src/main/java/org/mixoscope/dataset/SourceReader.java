package org.mixoscope.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// Reads what recipes refer to.
public final class SourceReader {
  private final PictureReader reader;

  /// A reader that decodes pictures with the given one.
  public SourceReader(PictureReader reader) {
    this.reader = reader;
  }

  /// The picture at a location, in its own size: a sample, a file, or a picture inside a file.
  ///
  /// @throws PictureException if there is none that can be read
  public Picture read(String location) throws PictureException {
    requireFound(location);
    Optional<byte[]> sample = Sample.bytesAt(location);
    if (sample.isPresent()) {
      return reader.read(sample.get(), location);
    }
    Optional<PackedPicture> packed = PackedPicture.at(location);
    return packed.isPresent() ? packed.get().read(reader) : reader.read(location);
  }

  /// The picture at a location, brought to a frame.
  ///
  /// @return uint8 RGB HWC on the heap, as [Fitter#fit] makes it of [#read(String)]
  /// @throws PictureException if there is none that can be read
  public Pixels read(String location, Frame frame, Fit fit) throws PictureException {
    requireFound(location);
    Optional<byte[]> sample = Sample.bytesAt(location);
    Fitted picture =
        sample.isPresent()
            ? reader.read(sample.get(), location, frame, fit, _ -> PixelKind.RGB8)
            : reader.read(location, frame, fit, _ -> PixelKind.RGB8);
    return picture.pixels();
  }

  private static void requireFound(String location) throws PictureException {
    Optional<Reference> reference = Reference.at(location);
    if (reference.isPresent()) {
      throw SourceReason.NOT_FOUND.failure(reference.get());
    }
  }

  /// The mask at a location: one channel, in its own size.
  ///
  /// @throws PictureException if there is none that can be read
  public Pixels readMask(String location) throws PictureException {
    return read(location).as(PixelKind.GREY8);
  }

  /// Everything that a recipe mixes, read and brought to its kind and frame.
  ///
  /// @throws PictureException if a picture cannot be read
  public Inputs read(Recipe recipe) throws PictureException {
    List<Picture> pictures = new ArrayList<>();
    for (Source source : recipe.sources()) {
      pictures.add(read(source.location()));
    }
    String mask = recipe.mask();
    return fit(
        recipe.frame(),
        recipe.fit(),
        recipe.kind(),
        pictures,
        mask == null ? null : readMask(mask));
  }

  /// Pictures and mask brought to a frame, the pictures to a kind as well.
  ///
  /// @param wanted null for the frame of the first picture
  /// @param kind 1 or 3 channels, uint8 or uint16
  public static Inputs fit(
      @Nullable Frame wanted,
      Fit fit,
      PixelKind kind,
      List<Picture> pictures,
      @Nullable Pixels mask) {
    Frame frame = wanted == null ? pictures.getFirst().pixels().frame() : wanted;
    return new Inputs(
        frame,
        pictures.stream().map(p -> Fitter.fit(p.as(kind), frame, fit)).toList(),
        mask == null ? null : Fitter.fitMask(mask, frame, fit));
  }
}
