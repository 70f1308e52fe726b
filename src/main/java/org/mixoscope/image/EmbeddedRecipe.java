package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The recipe inside a file that Mixoscope wrote, so that a picture can be taken apart and made
/// again.
///
/// PNG carries it in an `iTXt` chunk, JPEG and GIF in a comment, TIFF in its description, SVG in
/// its metadata, PDF in its XMP, NIfTI in an extension for comments. All survive copying, none
/// survives every editor or messenger.
public final class EmbeddedRecipe {
  /// What a recipe is called inside a file.
  public static final String NAME = "mixoscope";

  /// Larger files are not looked into: 256 MiB, many times what a figure or a picture of 100
  /// megapixels has.
  private static final long LARGEST_FILE = 256L << 20;

  /// The tag of TIFF for what a picture shows.
  static final int DESCRIPTION = 270;

  private static final int ENOUGH = 64;

  private EmbeddedRecipe() {}

  /// The recipe in a file; none if there is none, or it is no PNG, JPEG, GIF, TIFF, SVG or PDF, or
  /// larger than 256 MiB.
  public static Optional<String> of(Path file) throws IOException {
    String ofVolume = NiftiHeader.recipe(file);
    if (ofVolume != null) {
      return withoutPrefix(ofVolume);
    }
    return Files.size(file) > LARGEST_FILE ? Optional.empty() : of(Files.readAllBytes(file));
  }

  /// The recipe in the contents of a file.
  public static Optional<String> of(byte[] encoded) {
    String start =
        new String(encoded, 0, Math.min(ENOUGH, encoded.length), ISO_8859_1).stripLeading();
    if (start.startsWith("%PDF-")) {
      return RecipeInXml.inPdf(encoded);
    }
    if (start.startsWith("<")) {
      return RecipeInXml.inSvg(encoded);
    }
    try {
      return switch (Format.of(encoded)) {
        case PNG -> RecipeInPng.find(encoded);
        case JPEG -> RecipeInJpeg.find(encoded);
        case GIF -> RecipeInGif.find(encoded);
        case TIFF -> withoutPrefix(Ifd.first(ByteBuffer.wrap(encoded)).text(DESCRIPTION));
        default -> Optional.empty();
      };
    } catch (BadData | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /// An XMP packet with a recipe in it, for a PDF to carry uncompressed.
  public static byte[] xmp(String recipe) {
    return RecipeInXml.xmp(recipe);
  }

  /// What a comment begins with that holds a recipe.
  static byte[] prefix() {
    return (NAME + ":").getBytes(UTF_8);
  }

  /// The recipe in a comment, if it is one of ours.
  static Optional<String> withoutPrefix(String comment) {
    return comment.startsWith(NAME + ":")
        ? Optional.of(comment.substring(NAME.length() + 1))
        : Optional.empty();
  }
}
