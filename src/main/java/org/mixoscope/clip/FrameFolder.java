package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Scale;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// The pictures of a folder as frames, in the order of the numbers in their names: 2 before 10.
final class FrameFolder implements Clip {
  private static final String FRAME = "frame";

  /// What stands before the number of a file, and its number.
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})\\.[^.0-9]*");

  private final PictureReader reader;
  private final List<Path> files;
  private final Timing timing;
  private final int others;
  private final Picture first;
  private int read;
  private int otherSizes;

  private FrameFolder(
      PictureReader reader, List<Path> files, int others, Timing timing, Picture first) {
    this.reader = reader;
    this.files = files;
    this.others = others;
    this.timing = timing;
    this.first = first;
  }

  /// @param rate frames a second
  /// @throws IOException if the folder or its first frame cannot be read
  static FrameFolder open(Path folder, double rate, PictureReader reader) throws IOException {
    List<Path> files = new ArrayList<>();
    int others = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".") || Files.isDirectory(file) || name.equals(FrameWriter.RECIPE)) {
          continue;
        }
        if (PictureNames.isPicture(name)) {
          files.add(file);
        } else {
          others++;
        }
      }
    }
    if (files.isEmpty()) {
      throw ClipReason.NO_FRAMES.failure(null, folder);
    }
    files.sort(Comparator.comparing(FrameFolder::name, ClassOrder.NATURAL.comparator()));
    Timing timing = Timing.even(files.size(), files.size() / rate);
    return new FrameFolder(reader, files, others, timing, reader.read(files.getFirst()));
  }

  /// Whether a folder says itself that its pictures are the frames of one clip: Mixoscope wrote it,
  /// or they are called `frame` and a number each, one after the other. Numbers alone say nothing:
  /// cameras give them to photos.
  ///
  /// @throws IOException if it cannot be read
  static boolean saysSo(Path folder) throws IOException {
    Set<String> words = new HashSet<>();
    List<Long> numbers = new ArrayList<>();
    boolean ours = false;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = name(file);
        if (name.startsWith(".")) {
          continue;
        }
        ours |= name.equals(FrameWriter.RECIPE);
        if (!PictureNames.isPicture(name)) {
          continue;
        }
        Matcher parts = NUMBERED.matcher(name);
        if (!parts.matches()) {
          return false;
        }
        words.add(parts.group(1).toLowerCase(Locale.ROOT) + PictureNames.ending(name));
        numbers.add(Long.valueOf(parts.group(2)));
      }
    }
    numbers.sort(null);
    return numbers.size() > 1
        && words.size() == 1
        && numbers.getLast() - numbers.getFirst() == numbers.size() - 1
        && (ours || words.iterator().next().contains(FRAME));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Override
  public Frame frame() {
    return first.pixels().frame();
  }

  @Override
  public NumberType type() {
    return first.stored().type();
  }

  @Override
  public int channels() {
    return first.pixels().channels();
  }

  @Override
  public Timing timing() {
    return timing;
  }

  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public Scale scale() {
    return first.stored().scale();
  }

  @Override
  public @Nullable Picture next() throws PictureException {
    if (read == files.size()) {
      return null;
    }
    Picture next = read == 0 ? first : reader.read(files.get(read));
    read++;
    otherSizes += next.pixels().frame().equals(frame()) ? 0 : 1;
    return next;
  }

  @Override
  public List<Objection> notes(String letter) {
    List<Objection> notes = new ArrayList<>();
    if (others > 0) {
      notes.add(ClipReason.OTHER_FILES.of(letter, others));
    }
    if (otherSizes > 0) {
      notes.add(ClipReason.OTHER_SIZES.of(letter, otherSizes, frame()));
    }
    return notes;
  }

  @Override
  public void close() {}
}
