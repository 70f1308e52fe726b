package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Pixels;

class EmbeddedRecipeTest {
  private static final String RECIPE = "{\"method\":\"cutmix\",\"classes\":[\"猫\",\"cup ☕\"]}";
  private static final Pixels PIXELS = PictureFiles.blockPixels();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mix.png", "mix.jpg"})
  void recipeComesBackFromTheFile(String name) throws IOException {
    Path file = folder.resolve(name);
    PictureWriter.write(PIXELS, file, RECIPE);
    assertEquals(Optional.of(RECIPE), EmbeddedRecipe.of(file));
    assertEquals(PIXELS.frame(), new PictureReader().read(file).pixels().frame());
  }

  @Property(tries = 100)
  void everyTextComesBack(@ForAll String text) throws PictureException {
    String valid = new String(text.getBytes(UTF_8), UTF_8);
    byte[] png = PictureWriter.png(PIXELS, valid);
    assertEquals(Optional.of(valid), EmbeddedRecipe.of(png));
    assertTrue(new PictureReader().read(png, "png").pixels().sameAs(PIXELS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.png", "plain.jpg"})
  void filesWithoutRecipeHaveNone(String name) throws IOException {
    Path file = folder.resolve(name);
    PictureWriter.write(PIXELS, file, null);
    assertEquals(Optional.empty(), EmbeddedRecipe.of(file));
  }

  @Test
  void otherFilesHaveNone() {
    BufferedImage image = PictureFiles.blocks(BufferedImage.TYPE_INT_RGB);
    assertEquals(Optional.empty(), EmbeddedRecipe.of(PictureFiles.encode(image, "gif")));
    assertEquals(Optional.empty(), EmbeddedRecipe.of(RECIPE.getBytes(UTF_8)));
    assertEquals(Optional.empty(), EmbeddedRecipe.of(new byte[0]));
  }

  @Test
  void compressedTextIsReadToo() throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes("mixoscope\0\1\0en\0recipe\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(RECIPE.getBytes(UTF_8));
    }
    assertEquals(Optional.of(RECIPE), EmbeddedRecipe.of(pngWith(data.toByteArray())));
  }

  @Test
  void textsOfOthersAreSkipped() {
    byte[] other = "Comment\0\0\0\0\0hello".getBytes(UTF_8);
    assertEquals(Optional.empty(), EmbeddedRecipe.of(pngWith(other)));
    assertEquals(Optional.empty(), EmbeddedRecipe.of(pngWith("no zero".getBytes(UTF_8))));
  }

  @Test
  void damagedTextIsNoRecipe() {
    byte[] png = PictureWriter.png(PIXELS, RECIPE);
    png[33 + 8 + 20] ^= 1;
    assertEquals(Optional.empty(), EmbeddedRecipe.of(png));
  }

  @Test
  void jpegCarriesNoRecipeThatIsTooLong() throws IOException {
    Path file = folder.resolve("long.jpg");
    PictureWriter.write(PIXELS, file, "x".repeat(70_000));
    assertEquals(Optional.empty(), EmbeddedRecipe.of(file));
    assertEquals(PIXELS.frame(), new PictureReader().read(file).pixels().frame());
  }

  private static byte[] pngWith(byte[] text) {
    return PictureFiles.png(1, 8, 0, new byte[][] {new byte[1]}, PictureFiles.chunk("iTXt", text));
  }
}
