package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// What goes wrong in a room below is said in the language of the user.
class ProblemsTest {
  private static final Messages ENGLISH = new Messages(Language.ENGLISH);
  private static final Messages CHINESE = new Messages(Language.CHINESE);
  private static final String RECIPE =
      RecipeText.json(
          Recipe.of(new CutMix(1), 42, new Source("a.png", "a"), new Source("b.png", "b")));

  @TempDir Path folder;

  @Test
  void faultsOfDataSets() throws IOException {
    Exception none = assertThrows(IOException.class, () -> DataSet.open(folder));
    assertEquals(
        folder + " 中没有图片。在其中及其子文件夹中查找 JPEG、PNG、WebP、BMP、TIFF、GIF、PPM、PFM、HDR、DICOM 和 NIfTI 文件。",
        Problems.text(none, CHINESE));
    Path table = Files.writeString(folder.resolve("a.csv"), "file_name,label\n");
    Exception empty = assertThrows(IOException.class, () -> DataSet.open(table));
    assertEquals(table + " 没有行。每张图片需要一行。", Problems.text(empty, CHINESE));
  }

  @Test
  void placesInDataSets() throws IOException {
    Path table = Files.writeString(folder.resolve("a.csv"), "file_name,label\na.png\n");
    Exception row = assertThrows(IOException.class, () -> DataSet.open(table));
    assertEquals(table + " line 2: 1 column. It needs 2.", Problems.text(row, ENGLISH));
    assertEquals(table + " 第 2 行：有 1 列，需要 2 列。", Problems.text(row, CHINESE));
  }

  @Test
  void filesThatAreGone() {
    Path gone = folder.resolve("gone.json");
    Exception problem = assertThrows(IOException.class, () -> Files.readString(gone));
    assertEquals(gone + " does not exist. Check the path.", Problems.text(problem, ENGLISH));
  }

  @Test
  void refusedValues() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Axes.parse("alpha=-1", ""));
    assertEquals("alpha = -1.0：应大于 0 且有限", Problems.text(refused, CHINESE));
    assertEquals(refused.getMessage(), Problems.text(refused, ENGLISH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seed" : 42    | "seed" : 4.2  | 配方：seed = 4.2：应为整数
          "alpha" : 1.0  | "alpha" : "x" | 配方：method.alpha = "x"：应为数字
          "alpha" : 1.0, | ''            | 配方：缺少 method.alpha：应为数字
          "alpha" : 1.0  | "alpha" : -1  | 配方：alpha = -1.0：应大于 0 且有限
          "image"        | "file"        | 配方：缺少 sources[0].image：应为文字
          "cutmix"       | "mask"        | 配方：method.alpha：没有这样的字段
          "cover"        | "zoom"        | 配方：fit = zoom：应为以下之一：cover, contain, stretch
          "mixoscope" : 1| "mixoscope" : 9 | 配方：不认识第 9 版，这个程序读取第 1 版；请更新程序
          """)
  void brokenRecipesWithPathAndValue(String good, String bad, String text) {
    Exception broken =
        assertThrows(RecipeException.class, () -> RecipeText.read(RECIPE.replace(good, bad)));
    assertEquals(text, Problems.text(broken, CHINESE));
    assertEquals(broken.getMessage(), Problems.text(broken, ENGLISH));
  }

  @Test
  void brokenLinesOfRecipes() {
    Exception broken = assertThrows(RecipeException.class, () -> RecipeText.read("mixoscope:AAAA"));
    assertEquals("配方：这一行已损坏或不完整；请重新完整地复制", Problems.text(broken, CHINESE));
  }

  @Test
  void picturesOfOtherKinds() {
    byte[] file = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    Exception pdf = assertThrows(IOException.class, () -> new PictureReader().read(file, "a.png"));
    assertEquals("a.png 是一份 PDF 文件，不受支持。请存为 PNG 或 JPEG。", Problems.text(pdf, CHINESE));
    SourceReader small = new SourceReader(new PictureReader(9));
    Exception large = assertThrows(IOException.class, () -> small.read("sample:cat"));
    assertEquals(
        "sample:cat is 451×300, 0.1353 megapixels; the limit is 0.000009. Make it smaller first.",
        Problems.text(large, ENGLISH));
  }

  @Test
  void whatTheSystemSaysStaysInItsOwnWords() {
    assertEquals("no route", Problems.text(new IOException("no route"), CHINESE));
    assertEquals(
        CHINESE.get("problem.memory"),
        Problems.text(new IllegalStateException("x", new OutOfMemoryError()), CHINESE));
  }
}
