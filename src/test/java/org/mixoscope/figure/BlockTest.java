package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// How figures are put together, and what may be asked for.
class BlockTest {
  private static final Recipe RECIPE =
      Recipe.of(new CutMix(1), 42, new Source("a.png", "cat"), new Source("b.png", "cup"));

  private record Place(double x, double y, double width) {}

  /// A block that is as high as it is asked to be, and tells where it was drawn.
  private record Told(double heightPerWidth, List<Place> places) implements Block {
    @Override
    public double height(double width) {
      return heightPerWidth * width;
    }

    @Override
    public void draw(Pen pen, double x, double y, double width) {
      places.add(new Place(x, y, width));
    }
  }

  @Property(tries = 100)
  void blocksBelowEachOtherFillTheirHeight(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 0.1, max = 2) Double> heights,
      @ForAll @DoubleRange(min = 10, max = 900) double width,
      @ForAll @DoubleRange(max = 20) double gap) {
    List<Place> places = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    heights.forEach(height -> blocks.add(new Told(height, places)));

    Block all = Block.below(blocks, gap);
    all.draw(pen(), 3, 5, width);

    double top = 5;
    for (int i = 0; i < heights.size(); i++) {
      assertEquals(3, places.get(i).x());
      assertEquals(top, places.get(i).y(), 1e-9);
      assertEquals(width, places.get(i).width());
      top += heights.get(i) * width + gap;
    }
    assertEquals(top - gap - 5, all.height(width), 1e-9);
  }

  @Test
  void nothingBelowNothingHasNoHeight() {
    assertEquals(0, Block.below(List.of(), 7).height(100));
  }

  @Property(tries = 100)
  void blocksBesideEachOtherShareTheWidth(
      @ForAll @DoubleRange(min = 0.1, max = 2) double left,
      @ForAll @DoubleRange(min = 0.1, max = 2) double right,
      @ForAll @DoubleRange(min = 50, max = 900) double width,
      @ForAll @DoubleRange(max = 20) double gap) {
    List<Place> places = new ArrayList<>();

    Block both = Block.beside(new Told(left, places), new Told(right, places), gap);
    both.draw(pen(), 3, 5, width);

    double half = (width - gap) / 2;
    assertEquals(Math.max(left, right) * half, both.height(width), 1e-9);
    assertEquals(new Place(3, 5, half), places.getFirst());
    assertEquals(3 + width, places.getLast().x() + places.getLast().width(), 1e-9);
    assertEquals(gap, places.getLast().x() - (places.getFirst().x() + half), 1e-9);
  }

  @Property(tries = 100)
  void rowsOfPicturesFitIntoTheWidth(
      @ForAll @IntRange(min = 1, max = 9) int count,
      @ForAll @IntRange(min = 1, max = 5) int mostInRow,
      @ForAll @DoubleRange(min = 200, max = 900) double width) {
    Type type = Type.of(FigureStyle.of(Template.COLUMN));
    Picture square = new Picture(square(), List.of(), "+");
    Block row = new Picture.Row(Collections.nCopies(count, square), type, mostInRow, 80);

    int rows = Math.ceilDiv(count, mostInRow);
    double height = row.height(width);

    double most = rows * (80 + type.size()) + (rows - 1) * type.size();
    assertTrue(height > 0 && height <= most, height + " of " + most);
  }

  private static Pixels square() {
    return Pixels.of(new byte[12], new Frame(2, 2), 3);
  }

  private static Pen pen() {
    return new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), 1);
  }

  @ParameterizedTest
  @EnumSource
  void formatIsThatOfTheName(FigureFormat format) {
    Path file = Path.of("a.b", "fig" + format.extension().toUpperCase(Locale.ROOT));

    assertEquals(Optional.of(format), FigureFormat.of(file));
    assertEquals(Optional.empty(), FigureFormat.of(Path.of("fig" + format.extension() + ".txt")));
  }

  @Test
  void onlyAGifOfOneMixMoves() {
    FigureStyle style = FigureStyle.of(Template.SLIDE);
    Sweep sweep = new Sweep(Sweep.Over.DRAWS, 2);
    for (FigureFormat format : FigureFormat.values()) {
      boolean gif = format == FigureFormat.GIF;
      new FigureRequest(RECIPE, null, style, format, 1, gif ? sweep : null);
      assertThrows(
          IllegalArgumentException.class,
          () -> new FigureRequest(RECIPE, null, style, format, 1, gif ? null : sweep));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new FigureRequest(RECIPE, Axes.METHODS, style, FigureFormat.GIF, 1, sweep));
  }

  @Test
  void styleKeepsWhatItWasGiven() {
    Set<Panel> panels = EnumSet.of(Panel.MIX);
    FigureStyle style = new FigureStyle(Template.COLUMN, panels, Locale.ROOT, "  Title \n");

    panels.add(Panel.BETA);

    assertEquals(Set.of(Panel.MIX), style.panels());
    assertEquals("Title", style.title());
    assertEquals(Set.of(Panel.LABEL), style.with(Set.of(Panel.LABEL)).panels());
  }
}
