package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Sheet;
import org.mixoscope.recipe.Source;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// Figures, read back by others than those who wrote them.
@BesideWindows
class FigureTest {
  private static final Frame FRAME = new Frame(24, 32);
  private static final Recipe RECIPE =
      Recipe.of(new CutMix(1), 42, new Source("a.png", "cat"), new Source("b.png", "杯 & <cup>"));
  private static final Inputs INPUTS =
      new Inputs(FRAME, List.of(plain(200, 40, 40), plain(20, 60, 220)), null);
  private static final FigureStyle WHOLE =
      new FigureStyle(Template.COLUMN, EnumSet.allOf(Panel.class), Locale.ROOT, "A title");

  @ParameterizedTest
  @EnumSource
  void everyTemplateIsAsWideAsItSays(Template template) throws IOException {
    Figure figure = Figure.of(RECIPE, INPUTS, FigureStyle.of(template));

    BufferedImage png = png(figure.bytes(FigureFormat.PNG, 2));
    double dpi = template.isSlide() ? 96 : 150;
    assertEquals(Math.round(figure.width() / 72 * dpi * 2), png.getWidth());
    try (PDDocument pdf = Loader.loadPDF(figure.bytes(FigureFormat.PDF, 1))) {
      assertEquals(1, pdf.getNumberOfPages());
      assertEquals(template.width(), pdf.getPage(0).getMediaBox().getWidth(), 0.01);
      assertEquals(figure.height(), pdf.getPage(0).getMediaBox().getHeight(), 0.01);
    }
  }

  @Test
  void columnsHaveTheWidthAndTypeOfJournals() {
    assertEquals(84, Template.COLUMN.width() / 72 * 25.4, 1e-9);
    assertEquals(174, Template.TWO_COLUMN.width() / 72 * 25.4, 1e-9);
    assertEquals(7, Template.COLUMN.type());
    assertEquals(8, Template.TWO_COLUMN.type());
  }

  @Test
  void sameFigureGivesSameBytes() {
    for (FigureFormat format : List.of(FigureFormat.PNG, FigureFormat.SVG, FigureFormat.PDF)) {
      assertArrayEquals(
          Figure.of(RECIPE, INPUTS, WHOLE).bytes(format, 1),
          Figure.of(RECIPE, INPUTS, WHOLE).bytes(format, 1),
          format.name());
    }
  }

  @Test
  void everyFormatCarriesTheRecipe() {
    Figure figure = Figure.of(RECIPE, INPUTS, WHOLE);
    Optional<String> recipe = Optional.of(RecipeText.json(RECIPE));

    assertEquals(recipe, EmbeddedRecipe.of(figure.bytes(FigureFormat.PNG, 1)));
    assertEquals(recipe, EmbeddedRecipe.of(figure.bytes(FigureFormat.SVG, 1)));
    assertEquals(recipe, EmbeddedRecipe.of(figure.bytes(FigureFormat.PDF, 1)));
    assertEquals(recipe, EmbeddedRecipe.of(gif(RECIPE, new Sweep(Sweep.Over.DRAWS, 2))));
  }

  /// A box in A, a mask in B, of which the box of CutMix shows a part.
  @Test
  void objectsAreDrawnOverPicturesAndMix() throws Exception {
    Mask mask = Mask.of(new Box(8, 6, 24, 18), (y, x) -> true);
    Marks marks =
        new Marks(
            List.of("dog", "bowl"),
            List.of(
                Objects.of(FRAME, List.of(Instance.of(0, new Edges(0, 0, 32, 24))), Keeping.USUAL),
                Objects.of(FRAME, List.of(Instance.of(1, mask)), Keeping.USUAL)),
            List.of(true, true));
    Recipe recipe = RECIPE.with(new Draw(0.5, 0.5, 0.5));
    FigureStyle style =
        new FigureStyle(
            Template.SLIDE, EnumSet.of(Panel.SOURCES, Panel.MIX, Panel.OBJECTS), Locale.ROOT, "");
    Figure marked = Figure.of(recipe, new Marked(INPUTS, marks), style);

    try (PDDocument pdf = Loader.loadPDF(marked.bytes(FigureFormat.PDF, 1))) {
      String text = new PDFTextStripper().getText(pdf);
      for (String part : List.of("dog 100 %", "bowl 100 %", "dog 5")) {
        assertTrue(text.contains(part), text);
      }
    }
    assertTrue(xml(marked.bytes(FigureFormat.SVG, 1)).getElementsByTagName("path").getLength() > 0);
    assertArrayEquals(
        Figure.of(recipe, INPUTS, style).bytes(FigureFormat.PNG, 1),
        Figure.of(
                recipe, new Marked(INPUTS, marks), style.with(EnumSet.of(Panel.SOURCES, Panel.MIX)))
            .bytes(FigureFormat.PNG, 1),
        "without the panel nothing is drawn");
  }

  @Test
  void aClassMapIsATintWithItsClassesBelow() throws IOException {
    byte[] indices = new byte[24 * 32];
    Arrays.fill(indices, 0, 6 * 32, (byte) 1);
    ClassMap map = ClassMap.of(Pixels.of(indices, FRAME, 1));
    Marks marks = new Marks(List.of("background", "dog"), List.of(map, map), List.of(true, true));
    FigureStyle style =
        new FigureStyle(Template.SLIDE, EnumSet.of(Panel.MIX, Panel.OBJECTS), Locale.ROOT, "");

    Figure figure = Figure.of(RECIPE, new Marked(INPUTS, marks), style);

    try (PDDocument pdf = Loader.loadPDF(figure.bytes(FigureFormat.PDF, 1))) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("background 75.0 %") && text.contains("dog 25.0 %"), text);
    }
  }

  @Test
  void textOfPdfIsTextInEmbeddedFonts() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(Figure.of(RECIPE, INPUTS, WHOLE).bytes(FigureFormat.PDF, 1))) {
      String text = new PDFTextStripper().getText(pdf);
      for (String part :
          List.of(
              "A title",
              "cat",
              "杯 & <cup>",
              "λ̂ = ",
              "x̃ = M ⊙ A",
              "ỹ = ",
              "ℒ = ",
              "Beta(α, α), α = 1")) {
        assertTrue(text.contains(part), () -> part + " in: " + text);
      }
      PDPage page = pdf.getPage(0);
      var form =
          page.getResources().getXObject(page.getResources().getXObjectNames().iterator().next());
      var fonts = ((org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject) form).getResources();
      List<String> names =
          StreamSupport.stream(fonts.getFontNames().spliterator(), false)
              .map(
                  name -> {
                    try {
                      var font = fonts.getFont(name);
                      assertTrue(font.isEmbedded(), font::getName);
                      return font.getName();
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .toList();
      assertTrue(
          names.stream().allMatch(n -> n.matches("[A-Z]{6}\\+Mixoscope.*")), names::toString);
    }
  }

  @Test
  void svgIsXmlWithTextPicturesAndItsOwnFonts() throws Exception {
    Document svg = xml(Figure.of(RECIPE, INPUTS, WHOLE).bytes(FigureFormat.SVG, 1));

    String text = texts(svg.getElementsByTagName("text"));
    assertTrue(text.contains("cat"), text);
    assertTrue(text.contains("杯 & <cup>"), text);
    assertTrue(text.contains("λ̂ = "), text);
    NodeList pictures = svg.getElementsByTagName("image");
    assertEquals(4, pictures.getLength());
    String data = ((Element) pictures.item(2)).getAttribute("xlink:href");
    assertTrue(data.startsWith("data:image/png;base64,"), "nothing is fetched from elsewhere");
    byte[] png = Base64.getMimeDecoder().decode(data.substring(data.indexOf(',') + 1));
    assertEquals(FRAME.width(), png(png).getWidth(), "pixel for pixel");
    String style = texts(svg.getElementsByTagName("style"));
    assertTrue(style.contains("@font-face{font-family:'Mixoscope Sans';font-weight:bold"), style);
    assertEquals("238.110pt", svg.getDocumentElement().getAttribute("width"));
  }

  /// Every piece of a bar in its colour, as wide as its value.
  @Test
  void labelBarIsAsWideAsTheLabelSays() throws IOException {
    Recipe half = RECIPE.with(new Mixup(1)).with(RECIPE.draw().withLambda(0.25));
    Figure figure =
        Figure.of(half, INPUTS, FigureStyle.of(Template.SLIDE).with(EnumSet.of(Panel.LABEL)));
    BufferedImage png = png(figure.bytes(FigureFormat.PNG, 1));

    int y = png.getHeight() - (int) ((Template.SLIDE.margin() + 8) * 4 / 3);
    double margin = Template.SLIDE.margin() * 4 / 3;
    double inner = png.getWidth() - 2 * margin;
    assertEquals(Ink.ofSource(0), png.getRGB((int) (margin + 0.24 * inner), y) & 0xFFFFFF);
    assertEquals(Ink.ofSource(1), png.getRGB((int) (margin + 0.26 * inner), y) & 0xFFFFFF);
  }

  @Test
  void chineseFigureSpeaksChinese() throws IOException {
    Figure figure = Figure.of(RECIPE, INPUTS, WHOLE.in(Locale.SIMPLIFIED_CHINESE));
    try (PDDocument pdf = Loader.loadPDF(figure.bytes(FigureFormat.PDF, 1))) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("标签") && text.contains("权重"), text);
      assertFalse(text.contains("Label"), text);
    }
  }

  /// A character that only the system's fonts have, or none has, is never an empty box.
  @Test
  void charactersBeyondOurFontsAreDrawnOrWrittenAsTheirCode() {
    String unassigned = new String(Character.toChars(0x3FFFD));

    assertEquals("cat U+3FFFD", Glyphs.legible("cat " + unassigned));
    assertEquals(List.of("U+3FFFD"), Glyphs.missing("cat " + unassigned));
    assertEquals("a b", Glyphs.legible("a\u0001b\uFE0F"));
    assertEquals(List.of(), Glyphs.missing("a\u0001b\uFE0F"));
    assertEquals(List.of(), Glyphs.missing("λ̂ x̃ ℒ ⊙ 咖啡"));
    assertEquals(1, Glyphs.pieces("λ̂ x̃ ỹ ℒ ⊙ − ′", Typeface.MATH, 7).size(), "all from our own");
  }

  @Test
  void longNamesAreCutToTheirPicture() {
    Phrase name = Phrase.of("a name that never ends ".repeat(9), Typeface.SANS, 7, 0);

    assertTrue(name.within(70).width() <= 70);
    assertTrue(name.within(70).runs().getLast().text().endsWith("…"));
  }

  @Test
  void panelsAreWhatIsAskedFor() {
    FigureStyle mixOnly = FigureStyle.of(Template.COLUMN).with(EnumSet.of(Panel.MIX));

    assertTrue(
        Figure.of(RECIPE, INPUTS, mixOnly).height() < Figure.of(RECIPE, INPUTS, WHOLE).height());
    Recipe mosaic = RECIPE.with(MethodType.of("mosaic").initial());
    assertFalse(Panel.BETA.suits(mosaic));
    assertTrue(Panel.BETA.suits(RECIPE));
  }

  @Test
  void sheetHoldsEveryMixAndSaysWhatVaries() throws Exception {
    Sheet sheet = Sheet.of(RECIPE, FRAME, Axes.parse("lambda=0.2,0.8", "method=mixup,cutmix"));
    Figure figure = Figure.of(sheet, RECIPE, INPUTS, FigureStyle.of(Template.TWO_COLUMN));

    Document svg = xml(figure.bytes(FigureFormat.SVG, 1));
    assertEquals(4, svg.getElementsByTagName("image").getLength());
    String text = texts(svg.getElementsByTagName("text"));
    for (String part : List.of("λ = 0.2", "λ = 0.8", "Mixup", "CutMix", "0.200", "0.800", "cat")) {
      assertTrue(text.contains(part), () -> part + " in: " + text);
    }
    assertEquals(
        Optional.of(new RecipeText.Content(RECIPE, sheet.axes()).json()),
        EmbeddedRecipe.of(figure.bytes(FigureFormat.PNG, 1)));
  }

  /// However small a cell is: its box would be of whole pixels of its own.
  @ParameterizedTest
  @EnumSource
  void sheetSaysTheShareInTheFrame(Template template) throws Exception {
    Sheet sheet = Sheet.of(RECIPE, FRAME, Axes.parse("draw=0:9", ""));
    Figure figure = Figure.of(sheet, RECIPE, INPUTS, FigureStyle.of(template));

    String text = texts(xml(figure.bytes(FigureFormat.SVG, 1)).getElementsByTagName("text"));
    for (Sheet.Cell cell : sheet.cells()) {
      Recipe recipe = cell.recipe();
      assertNotNull(recipe);
      double share = recipe.mix(INPUTS).effectiveLambda();
      assertTrue(text.contains("λ̂ = " + Type.number(share)), () -> share + " in: " + text);
    }
  }

  @Test
  void sheetHasNoEmptyColumnsAndSaysWhatIsLeftOut() throws Exception {
    Axes axes = Axes.parse("method=mixup,mosaic,cutmix", "alpha=0.2,1");
    Figure figure =
        Figure.of(
            Sheet.of(RECIPE, FRAME, axes), RECIPE, INPUTS, FigureStyle.of(Template.TWO_COLUMN));

    Document svg = xml(figure.bytes(FigureFormat.SVG, 1));
    assertEquals(4, svg.getElementsByTagName("image").getLength());
    assertFalse(texts(svg.getElementsByTagName("text")).contains("Mosaic"));
    assertEquals(
        List.of("mosaic is left out: alpha: mosaic has no such parameter"),
        figure.omitted().stream().map(Sheet.Omission::text).toList());
    assertEquals(
        "以下没有可混合的内容，未列出：Mosaic（没有参数 alpha）。", new AxisWords(Locale.CHINESE).of(figure.omitted()));
    assertEquals("", new AxisWords(Locale.CHINESE).of(List.of()));
    assertEquals(
        Optional.of(new RecipeText.Content(RECIPE, axes).json()),
        EmbeddedRecipe.of(figure.bytes(FigureFormat.PNG, 1)),
        "what was asked for comes back");
  }

  /// Whatever it holds, all of it is on the page: the border stays free.
  @Test
  void wideSlideIsOnePage() throws IOException {
    FigureStyle wide = FigureStyle.of(Template.WIDE_SLIDE);
    List<Figure> figures = new ArrayList<>();
    for (Set<Panel> panels :
        List.of(Panel.usual(), EnumSet.allOf(Panel.class), EnumSet.of(Panel.LABEL))) {
      figures.add(Figure.of(RECIPE, INPUTS, wide.with(panels)));
    }
    for (String[] axes :
        new String[][] {
          {"lambda=0:1:2", ""},
          {"draw=0:99", ""},
          {"lambda=0:1:3", "draw=0:19"},
          {"draw=0:39", "lambda=0:1:2"}
        }) {
      Sheet sheet = Sheet.of(RECIPE, FRAME, Axes.parse(axes[0], axes[1]));
      figures.add(Figure.of(sheet, RECIPE, INPUTS, wide));
    }
    for (Figure figure : figures) {
      BufferedImage png = png(figure.bytes(FigureFormat.PNG, 1));
      assertEquals(1280, png.getWidth());
      assertEquals(720, png.getHeight());
      Rectangle ink = ink(png);
      assertTrue(ink.x >= 30 && ink.getMaxX() <= 1250, ink::toString);
      assertTrue(ink.y >= 30 && ink.getMaxY() <= 690, ink::toString);
    }
    assertTrue(ink(png(figures.get(3).bytes(FigureFormat.PNG, 1))).width > 900, "as large as fits");
  }

  /// What is not as the upper left corner.
  private static Rectangle ink(BufferedImage png) {
    Rectangle ink = new Rectangle(0, 0, -1, -1);
    for (int y = 0; y < png.getHeight(); y++) {
      for (int x = 0; x < png.getWidth(); x++) {
        if (png.getRGB(x, y) != png.getRGB(0, 0)) {
          ink.add(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return ink;
  }

  @Test
  void darkPaperHasLightLettersInEveryFormat() throws Exception {
    FigureStyle dark = WHOLE.on(Paper.DARK);
    BufferedImage light = png(Figure.of(RECIPE, INPUTS, WHOLE).bytes(FigureFormat.PNG, 1));
    BufferedImage png = png(Figure.of(RECIPE, INPUTS, dark).bytes(FigureFormat.PNG, 1));
    assertEquals(light.getWidth(), png.getWidth());
    assertEquals(light.getHeight(), png.getHeight());
    assertEquals(0xFF121419, png.getRGB(0, 0));
    Document svg = xml(Figure.of(RECIPE, INPUTS, dark).bytes(FigureFormat.SVG, 1));
    NodeList texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      for (Node node = texts.item(i); node instanceof Element e; node = node.getParentNode()) {
        String fill = e.getAttribute("fill");
        if (fill.startsWith("rgb")) {
          int[] rgb =
              Stream.of(fill.replaceAll("[^0-9,]", "").split(","))
                  .mapToInt(Integer::parseInt)
                  .toArray();
          assertTrue(
              IntStream.of(rgb).max().orElseThrow() >= 0xA0, () -> e.getTextContent() + fill);
          break;
        }
      }
    }
    try (PDDocument pdf =
        Loader.loadPDF(Figure.of(RECIPE, INPUTS, dark).bytes(FigureFormat.PDF, 1))) {
      assertEquals(0xFF121419, new PDFRenderer(pdf).renderImage(0).getRGB(0, 0));
    }
  }

  @Test
  void gifPlaysTheSweepForEver() throws IOException {
    Recipe mixup = RECIPE.with(new Mixup(1));
    Sweep sweep = new Sweep(Sweep.Over.LAMBDA, 3);
    byte[] gif = gif(mixup, sweep);

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    assertEquals(3, reader.getNumImages(true));
    assertEquals(
        List.of(0.0, 0.5, 1.0),
        IntStream.range(0, 3).mapToObj(k -> sweep.frame(mixup, k).draw().lambda()).toList());
    // The mix is the third picture: B, then half of both, then A.
    assertNear(INPUTS.sources().get(1), reader.read(0));
    assertNear(INPUTS.sources().get(0), reader.read(2));
    assertTrue(new String(gif, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0"), "plays on");
  }

  @Test
  void sweepCanBeCancelled() {
    int[] seen = {0};
    assertThrows(
        CancellationException.class,
        () ->
            new Sweep(Sweep.Over.DRAWS, 50)
                .gif(RECIPE, INPUTS, WHOLE, 1, (done, of) -> (seen[0] = done) < 2));
    assertEquals(2, seen[0]);
  }

  private static byte[] gif(Recipe recipe, Sweep sweep) {
    return sweep.gif(recipe, INPUTS, FigureStyle.of(Template.SLIDE), 1, (done, of) -> true);
  }

  /// Single pixels are dithered; their mean must be the colour.
  private static void assertNear(Pixels expected, BufferedImage frame) {
    int side = 32;
    int left = frame.getWidth() * 5 / 6;
    int[] pixels = frame.getRGB(left, 100, side, side, null, 0, side);
    for (int c = 0; c < 3; c++) {
      int shift = 16 - 8 * c;
      double mean = IntStream.of(pixels).map(rgb -> rgb >> shift & 0xFF).average().orElseThrow();
      assertEquals(expected.valueAt(0, 0, c), mean, 8);
    }
  }

  private static BufferedImage png(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static Document xml(byte[] bytes) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static String texts(NodeList nodes) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.append(nodes.item(i).getTextContent());
    }
    return all.toString();
  }

  private static Pixels plain(int red, int green, int blue) {
    byte[] bytes = new byte[Math.toIntExact(FRAME.pixels() * 3)];
    for (int i = 0; i < bytes.length; i += 3) {
      bytes[i] = (byte) red;
      bytes[i + 1] = (byte) green;
      bytes[i + 2] = (byte) blue;
    }
    return Pixels.of(bytes, FRAME, 3);
  }
}
