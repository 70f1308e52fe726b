package org.mixoscope.dataset.labelled;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.Target;

/// Pictures labelled with maps that are painted from their objects, in the order of the file:
/// background is 0, the first class 1.
///
/// @param objects of the pictures
record PaintedLabels(ObjectLabels objects) implements Labels {
  /// Of what is no object.
  private static final String BACKGROUND = "background";

  @Override
  public TargetKind kind() {
    return TargetKind.MAP;
  }

  @Override
  public List<String> names() {
    return Stream.concat(Stream.of(BACKGROUND), objects.names().stream()).toList();
  }

  @Override
  public int size() {
    return objects.size();
  }

  /// The class of most objects; background where there are none.
  @Override
  public int classOf(int index) {
    return objects.annotations().get(index).objects().isEmpty() ? 0 : objects.classOf(index) + 1;
  }

  @Override
  public String name(int index) {
    return names().get(classOf(index));
  }

  /// Background is taken to be in all of them.
  @Override
  public int[] counts() {
    return IntStream.concat(IntStream.of(size()), IntStream.of(objects.counts())).toArray();
  }

  @Override
  public Turned turned(int index, Origin origin) {
    return objects.turned(index, origin);
  }

  @Override
  public @Nullable Frame size(int index) {
    return objects.size(index);
  }

  @Override
  public Target target(int index, Origin origin, Frame frame, PictureReader reader)
      throws PictureException {
    boolean few = names().size() < ElementType.UINT8.white();
    return objects.in(index, origin, frame).painted(few ? ElementType.UINT8 : ElementType.UINT16);
  }
}
