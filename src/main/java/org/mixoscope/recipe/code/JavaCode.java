package org.mixoscope.recipe.code;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// A whole Java program that makes the same file again. Values are records, so that a value's code
/// is the name of its class and the code of its components.
final class JavaCode {
  /// What knows how numbers that are no light are written.
  private static final List<String> NUMBERS =
      List.of(
          "org.mixoscope.image.CommonNumbers",
          "org.mixoscope.image.NumberType",
          "org.mixoscope.image.Picture");

  /// What reads, mixes and writes clips.
  private static final List<String> CLIPS =
      List.of(
          "org.mixoscope.clip.ClipDepth",
          "org.mixoscope.clip.ClipFormat",
          "org.mixoscope.clip.ClipMix",
          "org.mixoscope.clip.ClipReader",
          "org.mixoscope.clip.ClipWriter");

  private final Set<String> imports =
      new TreeSet<>(
          List.of(
              "java.nio.file.Path",
              "org.mixoscope.dataset.Departure",
              "org.mixoscope.dataset.SourceReader",
              "org.mixoscope.image.PictureReader"));

  private JavaCode() {
    Stream.of(List.class, Recipe.class, RecipeText.class, Source.class).forEach(this::use);
  }

  static String of(Recipe recipe) {
    JavaCode code = new JavaCode();
    return recipe.along() == null ? code.program(recipe) : code.programOfClips(recipe);
  }

  private String programOfClips(Recipe recipe) {
    String expression = String.join("\n            ", expression(recipe));
    imports.addAll(CLIPS);
    boolean isLight = recipe.kind().type().isWhole();
    return imported()
        + """

        void main() throws Exception {
          Recipe recipe =
              %s;
          ClipReader reader =
              new ClipReader(new SourceReader(new PictureReader()), ClipReader.USUAL_RATE);
          Path file = Path.of("%s");
          try (ClipMix mix = ClipMix.open(recipe, reader, ClipDepth.OF_RECIPE, null, 1)) {
            Recipe travelling = Departure.of(mix.recipe(), file.toAbsolutePath()%s);
            String carried = RecipeText.json(travelling);
            try (ClipWriter writer = ClipWriter.open(ClipFormat.%s, file, mix, carried)) {
              ClipMix.Result result = mix.mix(writer); // result.label() is over recipe.classes()
              writer.finish();
            }
          }
        }
        """
            .formatted(
                expression,
                isLight ? "mixed" : "mixed.tiff",
                isLight ? "" : ".getParent()",
                isLight ? "FRAMES" : "TIFF");
  }

  private String imported() {
    return imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining());
  }

  private String program(Recipe recipe) {
    String expression = String.join("\n            ", expression(recipe));
    Stream.of(Inputs.class, Mix.class, Pixels.class).forEach(this::use);
    imports.add("org.mixoscope.image.PictureWriter");
    boolean isLight = recipe.kind().type().isWhole();
    if (!isLight) {
      imports.addAll(NUMBERS);
    }
    String reading =
        isLight
            ? """
              Inputs inputs = new SourceReader(new PictureReader()).read(recipe);
            """
            : """
              SourceReader reader = new SourceReader(new PictureReader());
              List<Picture> pictures = reader.pictures(recipe);
              Inputs inputs = reader.marked(recipe, pictures).inputs();
              NumberType type = CommonNumbers.of(pictures).type();
            """;
    return imported()
        + """

        void main() throws Exception {
          Recipe recipe =
              %s;
        %s  Mix mix = recipe.mix(inputs); // mix.label() is the soft label over mix.classes()
          Pixels mixed = mix.outcome().mix(recipe.blending(), inputs.sources());
          Path file = Path.of("%s");
          Recipe travelling = Departure.of(recipe, file.toAbsolutePath().getParent());
          PictureWriter.write(mixed, %sfile, RecipeText.json(travelling));
        }
        """
            .formatted(
                expression, reading, isLight ? "mixed.png" : "mixed.tiff", isLight ? "" : "type, ");
  }

  /// Only what differs from a fresh recipe is set.
  private List<String> expression(Recipe recipe) {
    List<String> calls = new ArrayList<>();
    String sources =
        recipe.sources().stream()
            .map(this::value)
            .collect(Collectors.joining(",\n                "));
    Recipe first = Recipe.of(recipe.method(), recipe.seed(), recipe.sources());
    calls.add(
        "Recipe.of(\n                %s,\n                %sL,\n                List.of(%s))"
            .formatted(value(recipe.method()), recipe.seed(), sources));
    if (recipe.index() != 0) {
      calls.add(".drawn(%d)".formatted(recipe.index()));
    }
    if (!first.drawn(recipe.index()).draw().equals(recipe.draw())) {
      calls.add(".with(%s)".formatted(value(recipe.draw())));
    }
    if (recipe.mask() != null) {
      calls.add(".withMask(%s)".formatted(value(recipe.mask())));
    }
    if (recipe.frame() != null || recipe.fit() != Fit.COVER) {
      calls.add(".with(%s, %s)".formatted(value(recipe.frame()), value(recipe.fit())));
    }
    if (recipe.decoding() != Decoding.EXACT) {
      calls.add(".with(%s)".formatted(value(recipe.decoding())));
    }
    if (recipe.blending() != Blending.SRGB) {
      calls.add(".with(%s)".formatted(value(recipe.blending())));
    }
    if (recipe.smoothing() != 0) {
      calls.add(".withSmoothing(%s)".formatted(value(recipe.smoothing())));
    }
    if (!recipe.kind().equals(PixelKind.RGB8)) {
      calls.add(".with(%s)".formatted(value(recipe.kind())));
    }
    if (recipe.window() != null) {
      calls.add(".withWindow(%s)".formatted(value(recipe.window())));
    }
    if (recipe.along() != null) {
      calls.add(".with(%s)".formatted(value(recipe.along())));
    }
    return calls;
  }

  private String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> literal(text);
      case Long number -> number + "L";
      case Enum<?> constant -> use(constant.getDeclaringClass()) + "." + constant.name();
      case List<?> list ->
          list.stream().map(this::value).collect(Collectors.joining(", ", "List.of(", ")"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(one -> "Map.entry(%s, %s)".formatted(value(one.getKey()), value(one.getValue())))
              .collect(Collectors.joining(", ", use(Map.class) + ".ofEntries(", ")"));
      case Record record -> record(record);
      default -> value.toString();
    };
  }

  private String record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    // A label of one class is not said again, nor that a draw has no depth.
    boolean isShort =
        (record instanceof Source source && source.soft().isEmpty())
            || (record instanceof Draw draw && draw.slice() == null);
    return Stream.of(components)
        .limit(isShort ? components.length - 1 : components.length)
        .map(component -> value(read(record, component)))
        .collect(Collectors.joining(", ", "new " + use(record.getClass()) + "(", ")"));
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " is not public", e);
    }
  }

  private String use(Class<?> type) {
    imports.add(type.getName());
    return type.getSimpleName();
  }

  /// Control characters as octal escapes: unicode escapes would end the line before javac sees a
  /// literal.
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        default -> literal.append(c < ' ' ? "\\%03o".formatted((int) c) : String.valueOf(c));
      }
    }
    return literal.append('"').toString();
  }
}
