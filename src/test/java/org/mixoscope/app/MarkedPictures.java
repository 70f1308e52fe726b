package org.mixoscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Recipe;

/// The first two samples with what is where in them, under names instead of files.
public final class MarkedPictures {
  /// Of the cat: its head as a disc, a box, a region of many. Of the coffee: the cup as a ring.
  public static final String OBJECTS = "objects";

  /// A disc in the middle on background; nobody on the border.
  public static final String MAP = "map";

  /// Four rows of five discs.
  public static final String MANY = "many";

  private static final List<String> CLASSES =
      List.of("background", "cat", "coffee", "table", "people");

  private MarkedPictures() {}

  /// A recipe of both, each marked so, as far as it is said.
  public static Recipe recipe(Method method, String... marks) {
    Recipe recipe = Screens.recipe(method);
    for (int k = 0; k < recipe.sources().size(); k++) {
      String file = k < marks.length ? marks[k] : null;
      recipe = recipe.with(k, recipe.sources().get(k).withAnnotation(file));
    }
    return recipe;
  }

  /// Reads them.
  public static PictureCache cache() {
    return new PictureCache(new SourceReader(new PictureReader(), MarkedPictures::read));
  }

  private static Markings read(String file, String picture) throws PictureException {
    boolean isCat = picture.equals(Sample.ALL.getFirst().location());
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return switch (name) {
      case OBJECTS -> new Known(isCat ? MarkedPictures::cat : MarkedPictures::coffee);
      case MAP -> new Known(frame -> map(frame, isCat ? 1 : 2));
      case MANY -> new Known(MarkedPictures::many);
      default -> throw ImageReason.UNREADABLE.failure(null, file, "not known");
    };
  }

  private record Known(Function<Frame, Target> of) implements Markings {
    @Override
    public List<String> names() {
      return CLASSES;
    }

    @Override
    public Target target(Origin origin, Frame to) {
      return of.apply(origin.stored()).moved(origin, to);
    }
  }

  private static Target cat(Frame frame) {
    double w = frame.width();
    double h = frame.height();
    return Objects.of(
        frame,
        List.of(
            Instance.of(1, disc(frame, 0.5, 0.45, 0.32, 0)),
            Instance.of(3, new Edges(0.02 * w, 0.7 * h, 0.4 * w, 0.98 * h)),
            Instance.of(4, new Edges(0.72 * w, 0.05 * h, 0.97 * w, 0.3 * h)).asCrowd(true)),
        Keeping.USUAL);
  }

  private static Target coffee(Frame frame) {
    return Objects.of(
        frame, List.of(Instance.of(2, disc(frame, 0.5, 0.5, 0.3, 0.12))), Keeping.USUAL);
  }

  private static Target many(Frame frame) {
    List<Instance> all = new ArrayList<>();
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 5; column++) {
        Mask disc = disc(frame, 0.1 + 0.2 * column, 0.25 + 0.5 * row, 0.14, 0.03);
        all.add(Instance.of(1 + all.size() % 4, disc));
      }
    }
    return Objects.of(frame, all, Keeping.USUAL);
  }

  /// A disc, or a ring.
  private static Mask disc(Frame frame, double u, double v, double radius, double hole) {
    double side = Math.min(frame.width(), frame.height());
    return Mask.of(
        Box.of(frame),
        (y, x) -> {
          double from = Math.hypot(x - u * frame.width(), y - v * frame.height()) / side;
          return from < radius && from >= hole;
        });
  }

  private static Target map(Frame frame, int index) {
    Mask disc = disc(frame, 0.5, 0.5, 0.3, 0);
    int border = Math.min(frame.width(), frame.height()) / 16;
    byte[] map = new byte[Math.toIntExact(frame.pixels())];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        boolean edge =
            Math.min(x, frame.width() - 1 - x) < border
                || Math.min(y, frame.height() - 1 - y) < border;
        int value = edge ? 255 : disc.contains(y, x) ? index : y > frame.height() * 0.7 ? 3 : 0;
        map[y * frame.width() + x] = (byte) value;
      }
    }
    return ClassMap.of(Pixels.of(map, frame, 1));
  }
}
