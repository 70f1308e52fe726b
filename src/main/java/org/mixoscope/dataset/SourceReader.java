package org.mixoscope.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.AnnotationReader;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.CommonNumbers;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Header;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Decoding;
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
  private final Annotations annotations;

  /// Reads what a file says of one picture.
  public interface Annotations {
    /// @param file that says it
    /// @param picture its location, by which a file of many finds it
    /// @throws PictureException if it cannot be read
    Markings read(String file, String picture) throws PictureException;
  }

  /// A reader that decodes pictures with the given one.
  public SourceReader(PictureReader reader) {
    this(reader, stored(new AnnotationReader()));
  }

  /// The same, with what reads annotations.
  public SourceReader(PictureReader reader, Annotations annotations) {
    this.reader = reader;
    this.annotations = annotations;
  }

  /// What decodes the pictures.
  public PictureReader pictures() {
    return reader;
  }

  /// In files, and of the samples.
  private static Annotations stored(AnnotationReader files) {
    return (file, picture) -> {
      Optional<byte[]> sample = Sample.bytesAt(file);
      return sample.isPresent()
          ? files.read(file, sample.get(), picture)
          : files.read(file, picture);
    };
  }

  /// The picture at a location, in its own size: a sample, a file, or a picture inside a file.
  ///
  /// @throws PictureException if there is none that can be read
  public Picture read(String location) throws PictureException {
    return read(location, Decoding.EXACT, null, Fit.COVER);
  }

  /// The same for a frame: decoded no larger than it is needed there.
  ///
  /// @param frame null for the picture's own
  /// @return to be brought to the frame by [Picture#in]
  /// @throws PictureException if there is none that can be read
  public Picture read(String location, Decoding decoding, @Nullable Frame frame, Fit fit)
      throws PictureException {
    requireFound(location);
    PictureReader how = reader.with(decoding);
    Optional<byte[]> sample = Sample.bytesAt(location);
    if (sample.isPresent()) {
      return how.read(sample.get(), location, frame, fit);
    }
    Optional<PackedPicture> packed = PackedPicture.at(location);
    return packed.isPresent() ? packed.get().read(how, frame, fit) : how.read(location, frame, fit);
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
    return readMarked(recipe).inputs();
  }

  /// The same, with what is where in the pictures.
  ///
  /// @throws PictureException if a picture or what is said of it cannot be read
  public Marked readMarked(Recipe recipe) throws PictureException {
    return marked(recipe, pictures(recipe));
  }

  /// What the header of the picture at a location says.
  ///
  /// @throws PictureException if it cannot be read
  public Header header(String location) throws PictureException {
    boolean isFile =
        Sample.bytesAt(location).isEmpty()
            && PackedPicture.at(location).isEmpty()
            && Reference.at(location).isEmpty();
    return isFile ? reader.header(location) : Header.of(read(location));
  }

  /// The pictures of a recipe, in their own sizes, unless it says that they need not be.
  ///
  /// @throws PictureException if one cannot be read
  public List<Picture> pictures(Recipe recipe) throws PictureException {
    List<Picture> pictures = new ArrayList<>();
    for (Source source : recipe.sources()) {
      pictures.add(read(source.location(), recipe.decoding(), recipe.frame(), recipe.fit()));
    }
    return pictures;
  }

  /// Everything that a recipe mixes, of pictures that are there already.
  ///
  /// @param pictures as many as the recipe has sources
  /// @throws PictureException if the mask or what is said of a picture cannot be read
  public Marked marked(Recipe recipe, List<Picture> pictures) throws PictureException {
    List<@Nullable Markings> markings = new ArrayList<>();
    for (Source source : recipe.sources()) {
      markings.add(markings(source.location(), source.annotation()));
    }
    String mask = recipe.mask();
    return fit(
        recipe.frame(),
        recipe.fit(),
        recipe.kind(),
        Measure.of(recipe),
        pictures,
        markings,
        mask == null ? null : readMask(mask));
  }

  /// What is where in the picture at a location.
  ///
  /// @param annotation the file that says it; null for none
  /// @return null for none
  /// @throws PictureException if it cannot be read
  public @Nullable Markings markings(String location, @Nullable String annotation)
      throws PictureException {
    if (annotation == null) {
      return null;
    }
    requireFound(annotation);
    return annotations.read(annotation, location);
  }

  /// What a recipe mixes.
  ///
  /// @param inputs in the frame of the mix
  /// @param marks what is where in the pictures, as the inputs have it; null where nothing is known
  /// @param measure what is shown of numbers of more than eight bits; null where nobody asked
  public record Marked(Inputs inputs, @Nullable Marks marks, @Nullable Measure measure) {
    /// Of eight bits, or not to be shown.
    public Marked(Inputs inputs, @Nullable Marks marks) {
      this(inputs, marks, null);
    }

    /// The same, to be shown.
    public Marked with(@Nullable Measure now) {
      return new Marked(inputs, marks, now);
    }
  }

  /// Pictures, mask and what is where in them brought to a frame, the pictures to a kind as well.
  ///
  /// @param wanted null for the frame of the first picture
  /// @param kind 1 or 3 channels; where it is of floats, what numbers of different scales stand for
  ///   takes their place
  /// @param window which numbers are shown where it is of eight bits; null for those that the files
  ///   say
  /// @param markings one for each picture, null where nothing is known
  /// @throws PictureException if something is said of a picture of another size
  public static Marked fit(
      @Nullable Frame wanted,
      Fit fit,
      PixelKind kind,
      @Nullable Window window,
      List<Picture> pictures,
      List<@Nullable Markings> markings,
      @Nullable Pixels mask)
      throws PictureException {
    Frame frame = wanted == null ? pictures.getFirst().pixels().frame() : wanted;
    List<Picture> alike = kind.type().isWhole() ? pictures : CommonNumbers.alike(pictures);
    Inputs inputs =
        new Inputs(
            frame,
            alike.stream().map(p -> p.in(kind, window, frame, fit)).toList(),
            mask == null ? null : Fitter.fitMask(mask, frame, fit));
    List<Marks.Picture> marked = new ArrayList<>();
    for (int k = 0; k < pictures.size(); k++) {
      marked.add(new Marks.Picture(markings.get(k), pictures.get(k).origin().in(frame, fit)));
    }
    Marks marks = Marks.of(marked, frame);
    // Methods mix by what is where in B: nothing known is not the same as nothing there.
    return marks != null && (marks.known().size() < 2 || marks.known().get(1))
        ? new Marked(inputs.with(marks.targets()), marks)
        : new Marked(inputs, marks);
  }
}
