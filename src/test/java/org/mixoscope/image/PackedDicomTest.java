package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DICOM whose pixels were packed by others: JPEG 2000 by OpenJPEG 2.5, JPEG-LS and JPEG of 12 bits
/// by dcmtk.
class PackedDicomTest {
  private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
  private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
  private static final String JPEG_LS_NEAR = "1.2.840.10008.1.2.4.81";
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;
  private static final int SIGN = 42; // of SIZ, where the depth of the first component is

  private static final byte[] J2K_16 =
      bytes(
          """
          /0//UQApAAAAAAAHAAAABQAAAAAAAAAAAAAABwAAAAUAAAAAAAAAAAABDwEB/1IADAAAAAEAAgQEAAH/
          XAAKQICIiJCIiJD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAABr
          AAH/k8/8MCQGVm3Nz7utDiPH/hgTD/wYEj/xICAFHPT3s0a2llMC5T91AofH/hgnH/hgnH/iQGAN7D8z
          C5uDyslNnymz8p4136myEAOrGZzHxd3Oa5+Mp+PlxH5BfwPhgf/Z
          """);

  private static final byte[] J2K_12 =
      bytes(
          """
          /0//UQApAAAAAAAHAAAABQAAAAAAAAAAAAAABwAAAAUAAAAAAAAAAAABCwEB/1IADAAAAAEAAgQEAAH/
          XAAKQGBoaHBoaHD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAABd
          AAH/k8fsDgtP4Oi/02/D9geP5BJ/4ACgBs4L2VsSrwul5GcLSkvUb8P2DZ/gOj/AOA8qBfR+TLbEPuNn
          YL8B9Oaz2z8wdzdyKdTffw+3QzG5m0b/2Q==
          """);

  private static final byte[] J2K_RGB =
      bytes(
          """
          /0//UQAvAAAAAAAHAAAABQAAAAAAAAAAAAAABwAAAAUAAAAAAAAAAAADBwEBBwEBBwEB/1IADAAAAAEB
          AgQEAAH/XAAKQEBISFBISFD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAK
          AAAAAACsAAH/k8fUCgefIkVPz7QUAZAF1aXH1AwA4Bmt/3/D6gSH1AUH1AQOhk5vC00MX9+YND6gOPwA
          wA1hJY+8PwEWfwqZk9+YLD6gKPwAwAUnclaxAr4CQQfH2hUPqBYPqBACbueSzyl8/PJ/E+zRxZ8QWEV/
          z8AafgCw+0DADuDz8i4TF9imT9cPzt/PwB4+0Fh9oIAIK+Kk8WnXD0KMP9sMHjTv/9k=
          """);

  private static final byte[] LS_16 =
      bytes(
          """
          /9j/9wALEAAFAAcBAREA//gADQH//wASAEMBFABA/9oACAEBAAAAAEmQVpAACHorDw14RAsxrhQKlAAA
          AAAAA32QU/NpHQAAAAAAAdQzPcgAAAAAAA6hkl8gAAIWDG4gAAAAAAA6hmPYOKhqAAAAAAADebH89c5W
          1DSHWAAAAAAAB0l05bHrDBiEioZPdqahquuNIBrKev//2Q==
          """);

  private static final byte[] LS_12_NEAR =
      bytes(
          """
          /9j/9wALDAAFAAcBAREA/9oACAEBAAMAAEQmAB0AAAZG+SZngDYBeAAAKAARAA9AA8BaAAAGAAOgAexg
          APgAdHKAB4ADwAHyTBIpqidAA+OAAAAXAA+JYP/Z
          """);

  private static final byte[] LS_RGB =
      bytes(
          """
          /9j/9wARCAAFAAcDAREAAhEAAxEA/9oADAMBAAIAAwAAAQCAAADuAAAA7gttlrtUktNogAAA7jPZrLFN
          ksdisMW2CGDBY+DBmxC5BCf3ODM3thG1bU690IZ178q/X5H/TOxQAAAd2868OLmZd4UA///Z
          """);

  /// What OpenJPEG itself unpacks.
  private static final int[] OF_J2K_12 = {
    3, 246, 969, 2174, 3859, 1932, 489,
    3620, 3141, 3142, 3623, 494, 1939, 3868,
    2184, 982, 261, 20, 265, 990, 2195,
    3884, 1959, 518, 3651, 3174, 3177, 3660,
    533, 1980, 3911, 2228, 1029, 308, 71
  };

  private static final byte[] JPEG_12 =
      bytes(
          """
          /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsN
          DhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wQALDAAFAAcBAREA/8QAFAABAAAAAAAAAAAAAAAA
          AAAACv/EAB0QAAEFAAMBAAAAAAAAAAAAAAYFBwgJCgMECwH/2gAIAQEAAD8AAh6D/pO00eLhjKxbaypG
          Z5SG7/NpqqDnntYjpidju2FWsH6uYghpMuqLbiAe8rcotdpSOyrckJVW9JV4ddYwHUX4Pdc0508ZFhjs
          chIsFf8A/9k=
          """);

  /// What dcmtk's libjpeg unpacks; the last bit is a matter of rounding.
  private static final int[] OF_JPEG_12 = {
    2, 244, 958, 2169, 3855, 1929, 482,
    3615, 3130, 3147, 3620, 483, 1940, 3867,
    2184, 978, 249, 19, 260, 986, 2186,
    3875, 1959, 517, 3649, 3164, 3180, 3654,
    529, 1979, 3904, 2229, 1020, 302, 71
  };

  @TempDir Path folder;
  private final PictureReader reader = new PictureReader();

  private static byte[] bytes(String text) {
    return Base64.getMimeDecoder().decode(text);
  }

  private static int sixteen(int i) {
    return (i * i * 2741 + 77) % 65536;
  }

  private static int twelve(int i) {
    return (i * i * 241 + 5) % 4096;
  }

  private static DicomBuilder grey(String syntax, int stored, boolean signed) {
    return new DicomBuilder(syntax).picture(WIDTH, HEIGHT, 16, stored, signed);
  }

  private Picture read(byte[] file) throws PictureException {
    return reader.read(file, "a.dcm");
  }

  private static void assertNumbers(IntUnaryOperator expected, Picture picture) {
    int[] numbers =
        IntStream.range(0, WIDTH * HEIGHT).map(i -> (int) picture.pixels().number(i)).toArray();
    int[] wanted = IntStream.range(0, WIDTH * HEIGHT).map(expected).toArray();
    assertEquals(Arrays.toString(wanted), Arrays.toString(numbers));
  }

  @Test
  void whatLosesNothingComesBackBitForBit() throws PictureException {
    assertNumbers(PackedDicomTest::sixteen, read(grey(JPEG_2000, 16, false).packed(J2K_16)));
    assertNumbers(i -> OF_J2K_12[i], read(grey(JPEG_2000, 12, false).packed(J2K_12)));
    assertNumbers(PackedDicomTest::sixteen, read(grey(JPEG_LS, 16, false).packed(LS_16)));
    // Of JPEG-LS the sign is in the bits.
    assertNumbers(i -> (short) sixteen(i), read(grey(JPEG_LS, 16, true).packed(LS_16)));
    // JPEG 2000 has one of its own: then zero is in the middle.
    byte[] signed = J2K_16.clone();
    signed[SIGN] |= (byte) 0x80;
    assertNumbers(i -> sixteen(i) - (1 << 15), read(grey(JPEG_2000, 16, true).packed(signed)));
    assertFalse(read(grey(JPEG_2000, 16, false).packed(J2K_16)).traits().contains(Trait.LOSSY));
  }

  @Test
  void whatIsNearSaysSo() throws PictureException {
    Picture near = read(grey(JPEG_LS_NEAR, 12, false).packed(LS_12_NEAR));
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      assertEquals(twelve(i), near.pixels().number(i), 3);
    }
    assertTrue(near.traits().contains(Trait.LOSSY));
    Picture waves = read(grey("1.2.840.10008.1.2.4.51", 12, false).packed(JPEG_12));
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      assertEquals(OF_JPEG_12[i], waves.pixels().number(i), 1);
    }
    assertTrue(waves.traits().contains(Trait.LOSSY));
  }

  @Test
  void coloursComeBack() throws PictureException {
    for (byte[] packed : new byte[][] {J2K_RGB, LS_RGB}) {
      boolean wavelets = packed == J2K_RGB;
      Picture picture =
          read(
              new DicomBuilder(wavelets ? JPEG_2000 : JPEG_LS)
                  .number(0x0028_0002, 3)
                  .text(0x0028_0004, "CS", wavelets ? "YBR_RCT" : "RGB")
                  .number(0x0028_0006, 0)
                  .number(0x0028_0010, HEIGHT)
                  .number(0x0028_0011, WIDTH)
                  .number(0x0028_0100, 8)
                  .number(0x0028_0101, 8)
                  .number(0x0028_0102, 7)
                  .number(0x0028_0103, 0)
                  .packed(packed));
      for (int i = 0; i < 3 * WIDTH * HEIGHT; i++) {
        assertEquals(i * 37 % 256, picture.pixels().number(i));
      }
    }
  }

  @Test
  void eachFrameIsPackedByItself() throws IOException {
    byte[] other = J2K_16.clone();
    other[SIGN] |= (byte) 0x80;
    byte[] start = Arrays.copyOf(other, 90);
    byte[] rest = Arrays.copyOfRange(other, 90, other.length);
    byte[] file =
        new DicomBuilder(JPEG_2000)
            .text(0x0028_0008, "IS", "2")
            .picture(WIDTH, HEIGHT, 16, 16, true)
            .packedBy(new byte[0], J2K_16, start, rest);
    Path path = Files.write(folder.resolve("two.dcm"), file);
    assertNumbers(i -> (short) sixteen(i), reader.readPage(path, 1));
    assertNumbers(i -> sixteen(i) - (1 << 15), reader.readPage(path, 2));
  }

  /// Both decoders would paint what is missing.
  @Test
  void cutFilesAreDamaged() {
    for (byte[] whole : new byte[][] {J2K_16, LS_16}) {
      String syntax = whole == J2K_16 ? JPEG_2000 : JPEG_LS;
      for (int length = 0; length < whole.length - 2; length++) {
        byte[] file = grey(syntax, 16, false).packed(Arrays.copyOf(whole, length));
        PictureException e = assertThrows(PictureException.class, () -> read(file));
        assertTrue(e.getMessage().startsWith("a.dcm is damaged"), e.getMessage());
      }
      byte[] other = new DicomBuilder(syntax).picture(WIDTH, 6, 16, 16, false).packed(whole);
      assertThrows(PictureException.class, () -> read(other), "of another size than is said");
    }
  }
}
