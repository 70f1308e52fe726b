package org.mixoscope.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Window;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// Whether what is deeper than eight bits stays so, and how it is reduced if not.
final class DepthOptions {
  @Option(
      names = "--depth",
      paramLabel = "BITS",
      converter = DepthChoice.class,
      description =
          "keep: the mix has the deepest type of numbers of its pictures, and their channels if one"
              + " is deeper than 8 bits; 8: eight bits, sixteen divided by 257, other numbers as"
              + " --window says. The default is keep, or that of the recipe.")
  @Nullable Depth depth;

  @Option(
      names = "--window",
      paramLabel = "WHICH",
      converter = WindowChoice.class,
      description =
          "With --depth 8: the numbers that become black to white. CENTER,WIDTH, in HU or whatever"
              + " the numbers stand for; min-max, all; 2-98, all but the lowest and the highest"
              + " 2 percent. For all pictures of more than 8 bits alike. The default is the window"
              + " that a DICOM file names, for each its own.")
  @Nullable Windowing window;

  /// Finds the window for some pictures.
  interface Windowing {
    Window of(List<Picture> pictures);
  }

  /// How deep the mix is.
  enum Depth {
    KEEP("keep"),
    EIGHT("8");

    private final String id;

    Depth(String id) {
      this.id = id;
    }
  }

  static final class DepthChoice extends Choice<Depth> {
    DepthChoice() {
      super(Depth.values(), depth -> depth.id);
    }
  }

  static final class WindowChoice implements ITypeConverter<Windowing> {
    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern CENTRED = Pattern.compile(NUMBER + "," + NUMBER);

    @Override
    public Windowing convert(String text) {
      return switch (text) {
        case "min-max" -> Window::whole;
        case "2-98" -> pictures -> Window.within(2, pictures);
        default -> centred(text);
      };
    }

    private static Windowing centred(String text) {
      Matcher centred = CENTRED.matcher(text);
      Values.require(centred.matches(), "must be CENTER,WIDTH, min-max or 2-98");
      double width = Double.parseDouble(centred.group(2));
      Values.require(width >= 1, "the width must be at least 1");
      Window window = Window.centred(Double.parseDouble(centred.group(1)), width);
      return _ -> window;
    }
  }
}
