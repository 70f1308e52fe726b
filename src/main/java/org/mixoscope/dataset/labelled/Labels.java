package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.Target;

/// What the pictures of a data set are labelled with, by their numbers.
interface Labels {
  TargetKind kind();

  /// Of the classes; of numbers, what they are called.
  List<String> names();

  int size();

  /// The class that most of a picture is, within [0, K).
  int classOf(int index);

  /// What a person calls the label of a picture.
  String name(int index);

  /// How many pictures have each class, alone or beside others.
  int[] counts();

  /// The file that says what is where in a picture; null where none says it by itself.
  default @Nullable String annotation(int index) {
    return null;
  }

  /// What is known of the objects or the mask of a picture that is turned upright.
  ///
  /// @param origin of the picture as it is stored
  default Turned turned(int index, Origin origin) {
    return new Turned(1, 0, 0);
  }

  /// The size of the picture that objects or a mask are of; null if it is not known.
  default @Nullable Frame size(int index) {
    return null;
  }

  /// Lets go of files that the labels lie in.
  default void release() throws IOException {}

  /// What a picture is labelled with.
  ///
  /// @param origin how the picture was brought to the frame
  /// @param frame that it is in
  /// @param reader of maps that are pictures themselves
  /// @throws PictureException if the target cannot be read or is that of another picture
  Target target(int index, Origin origin, Frame frame, PictureReader reader)
      throws PictureException;
}
