package org.mixoscope.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.data.PictureSet;

/// Pictures of a data set of the user's, as far as choices need to know them. The pictures
/// themselves are with [Samples].
///
/// @param source where the data set is
/// @param side what its pictures are shrunk to at most
/// @param shape of each
/// @param classes their names, at least two
/// @param train how many there are to train on
/// @param test how many are tested on
/// @param checksum of all pixels and labels
record OwnData(
    Path source,
    int side,
    Shape shape,
    List<String> classes,
    int train,
    int test,
    String checksum) {
  /// What a picture can be shrunk to.
  static final List<Integer> SIDES = List.of(32, 64);

  private static final int SMALLEST = 8;
  private static final int COLOURS = 3;

  /// Smaller pictures cannot be pooled twice.
  private static final int POOLED = 4;

  /// @throws RefusedException if a number is out of its range
  OwnData {
    classes = List.copyOf(classes);
    require("side", side, SMALLEST, PictureSet.LARGEST);
    require("channels", shape.channels(), 1, COLOURS);
    require("height", shape.height(), 1, PictureSet.LARGEST);
    require("width", shape.width(), 1, PictureSet.LARGEST);
    require("classes", classes.size(), 2, PictureSet.MOST_CLASSES);
    require("train", train, 2, Integer.MAX_VALUE);
    require("test", test, 1, Integer.MAX_VALUE);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of(name, value, least, most));
    }
  }

  static OwnData of(Path source, int side, PictureSet set) {
    return new OwnData(
        source, side, set.shape(), set.classes(), set.trainable(), set.tests(), set.checksum());
  }

  /// What people call it.
  String name() {
    return Objects.toString(source.getFileName(), source.toString());
  }

  /// Networks to choose from, the usual one first.
  List<String> nets() {
    boolean pools = Math.min(shape.height(), shape.width()) >= POOLED;
    return Stream.of("cnn", "linear", "mlp:128", "mlp:256,128", "cnn+dropout:0.5")
        .filter(net -> pools || !net.startsWith("cnn"))
        .toList();
  }
}
