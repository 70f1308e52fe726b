package org.mixoscope.clip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.CommonNumbers;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.Header;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// Opens what recipes of clips refer to: folders of frames, GIFs, videos, volumes, and pictures,
/// which are clips of one frame.
public final class ClipReader {
  private static final Header EIGHT_BITS =
      new Header(PixelKind.RGB8, new Frame(1, 1), Turn.UPRIGHT);

  /// Frames a second of a folder, as FFmpeg has it.
  public static final double USUAL_RATE = 25;

  /// What the names of videos end in, in lower case.
  public static final List<String> VIDEOS =
      List.of(
          ".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".mpg", ".mpeg", ".ts", ".mts", ".m2ts",
          ".ogv", ".wmv", ".flv", ".3gp", ".y4m");

  private static final String GIF = "GIF8";

  /// What stands behind the name of a file whose pages or slices are taken together, as `#3` behind
  /// that of which the third is taken.
  private static final String ALL = "#" + PackedPicture.ALL;

  private final PictureReader pictures;
  private final SourceReader sources;
  private final double rate;

  /// One to which folders have [#USUAL_RATE].
  ///
  /// @param sources what reads the pictures among them, and masks
  public ClipReader(SourceReader sources) {
    this(sources, USUAL_RATE);
  }

  /// @param sources what reads the pictures among them, and masks
  /// @param rate frames a second of a folder
  public ClipReader(SourceReader sources, double rate) {
    this.sources = sources;
    this.rate = rate;
    pictures = sources.pictures();
  }

  /// What reads the pictures among the sources, and masks.
  SourceReader sources() {
    return sources;
  }

  /// How large pictures among them may be, in megapixels.
  public int maxMegapixels() {
    return Math.toIntExact(pictures.maxPixels() / 1_000_000);
  }

  /// Frames a second where nothing says how long one stays.
  double rate() {
    return rate;
  }

  /// Whether there is a clip of more than one frame at a location. Files are told by their names, a
  /// GIF by how it goes on.
  ///
  /// @throws IOException if it is a GIF that cannot be read
  public boolean moves(String location) throws IOException {
    if (isVolume(location)) {
      return true;
    }
    if (isPicture(location)) {
      return false;
    }
    Path path = Path.of(location);
    if (Files.isDirectory(path) || isVideo(path)) {
      return true;
    }
    return isGif(path) && GifClip.open(path, pictures.maxPixels()).moves();
  }

  /// Whether a location says that all pages or slices of a file are taken, or is that of a folder
  /// of slices.
  ///
  /// @throws IOException if the folder cannot be read
  public static boolean isVolume(String location) throws IOException {
    if (location.endsWith(ALL)) {
      return PackedPicture.at(location).isPresent();
    }
    return !isPicture(location) && SliceFolder.of(Path.of(location)) != null;
  }

  /// Whether a folder is clearly one clip and no data set: it has no folders in it, and several
  /// slices of a volume or pictures that say themselves to be frames.
  ///
  /// @throws IOException if it cannot be read
  public boolean isClip(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || hasFolders(folder)) {
      return false;
    }
    SliceFolder slices = SliceFolder.of(folder);
    return slices == null ? FrameFolder.saysSo(folder) : isSeries(folder, slices.files());
  }

  /// By the first and the last: whoever opens it looks at all, and says what is wrong with one.
  private boolean isSeries(Path folder, List<Path> files) {
    try {
      pictures.series(folder, List.of(files.getFirst(), files.getLast())).close();
      return files.size() > 1;
    } catch (PictureException e) {
      return false;
    }
  }

  private static boolean hasFolders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.anyMatch(
          one -> Files.isDirectory(one) && !String.valueOf(one.getFileName()).startsWith("."));
    }
  }

  /// The location of all pages or slices of a file that has several of them, or cannot be read: who
  /// opens it then says why. Of others the same.
  public String whole(String location) {
    boolean may =
        !isPicture(location)
            && PictureNames.mayHavePages(location)
            && Files.isRegularFile(Path.of(location));
    return may && hasPages(Path.of(location)) ? location + ALL : location;
  }

  private boolean hasPages(Path file) {
    try {
      return pictures.pages(file) > 1;
    } catch (PictureException e) {
      return true;
    }
  }

  /// The first frame of what is at a location, if there is a clip of more than one.
  ///
  /// @return null of a picture, which is not read here
  /// @throws IOException if it cannot be read
  public @Nullable FirstFrame first(String location) throws IOException {
    if (!moves(location)) {
      return null;
    }
    try (Clip clip = open(location)) {
      Picture first = clip.next();
      return first == null ? null : new FirstFrame(first, clip.timing(), clip.isVolume());
    }
  }

  /// A recipe that mixes at the depth of its pictures, slices and frames, and volumes by their
  /// usual course. What it is of sources that cannot be read stays.
  ///
  /// @param recipe whose kind and course nobody chose
  public Recipe atDepth(Recipe recipe) {
    try {
      List<Header> headers = new ArrayList<>();
      boolean hasVolume = false;
      for (Source source : recipe.sources()) {
        String location = source.location();
        boolean isVolume = isVolume(location);
        hasVolume |= isVolume;
        headers.add(header(location, isVolume));
      }
      Recipe deep = recipe.with(CommonNumbers.kind(headers));
      return hasVolume && deep.along() == null
          ? deep.along(CourseType.usual(deep.method(), true))
          : deep;
    } catch (IOException _) {
      return recipe; // Whoever reads the source says why it cannot be read.
    }
  }

  /// Videos have eight bits and are not looked into.
  private Header header(String location, boolean isVolume) throws IOException {
    if (!isVolume && (isPicture(location) || Files.isRegularFile(Path.of(location)))) {
      return !isPicture(location) && isVideo(Path.of(location))
          ? EIGHT_BITS
          : sources.header(location);
    }
    try (Clip clip = open(location)) {
      Picture first = clip.next();
      return first == null ? EIGHT_BITS : Header.of(first);
    }
  }

  /// The first frame of a clip.
  ///
  /// @param timing of all frames
  /// @param isVolume whether they are slices
  public record FirstFrame(Picture picture, Timing timing, boolean isVolume) {}

  /// Whether it is a folder of frames, a video or a volume, which no picture is.
  public static boolean isNoPicture(String location) throws IOException {
    if (isVolume(location)) {
      return true;
    }
    if (isPicture(location)) {
      return false;
    }
    Path path = Path.of(location);
    return Files.isDirectory(path) || isVideo(path);
  }

  /// Whether a location is none of a file or folder.
  private static boolean isPicture(String location) {
    try {
      return Sample.isOne(location)
          || Reference.at(location).isPresent()
          || PackedPicture.at(location).isPresent()
          || !Files.exists(Path.of(location));
    } catch (InvalidPathException e) {
      return true;
    }
  }

  /// Whether a file has the name of a video.
  public static boolean isVideo(Path file) {
    return VIDEOS.contains(PictureNames.ending(String.valueOf(file.getFileName())));
  }

  private static boolean isGif(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(GIF.length());
      return new String(start, StandardCharsets.ISO_8859_1).equals(GIF);
    }
  }

  /// Opens what is at a location.
  ///
  /// @throws IOException if it cannot be read
  Clip open(String location) throws IOException {
    if (location.endsWith(ALL) && isVolume(location)) {
      Path file = Path.of(location.substring(0, location.length() - ALL.length()));
      return new VolumeClip(pictures.stack(file), rate, 0);
    }
    if (!isPicture(location)) {
      Path path = Path.of(location);
      SliceFolder slices = SliceFolder.of(path);
      if (slices != null) {
        return new VolumeClip(pictures.series(path, slices.files()), rate, slices.others());
      }
      if (Files.isDirectory(path)) {
        return FrameFolder.open(path, rate, pictures);
      }
      if (isVideo(path)) {
        return VideoClip.open(path, pictures.maxPixels());
      }
      if (isGif(path)) {
        return GifClip.open(path, pictures.maxPixels());
      }
    }
    return new StillClip(sources.read(location));
  }

  /// The size of what is at a location: of its first frame.
  ///
  /// @throws IOException if it cannot be read
  public Frame frame(String location) throws IOException {
    try (Clip clip = open(location)) {
      return clip.frame();
    }
  }

  /// The recipe that a clip carries: in the comment of a video, or beside the frames of a folder.
  ///
  /// @return null if there is none
  /// @throws IOException if the folder cannot be read
  public static @Nullable String recipe(Path clip) throws IOException {
    if (Files.isDirectory(clip)) {
      Path file = clip.resolve(FrameWriter.RECIPE);
      return Files.isRegularFile(file) ? Files.readString(file) : null;
    }
    String comment = isVideo(clip) ? VideoClip.comment(clip) : null;
    return comment != null && comment.startsWith(EmbeddedRecipe.NAME + ":")
        ? comment.substring(EmbeddedRecipe.NAME.length() + 1)
        : null;
  }
}
