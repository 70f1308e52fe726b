package org.mixoscope.dataset.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.packed.Records.assertGrey;
import static org.mixoscope.dataset.packed.Records.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

@BesideWindows
class PackedPictureTest {
  private static final PictureReader READER = new PictureReader();
  private static final byte[] GREY = Records.random(24, 4);

  /// Longer than tar's first headers had room for.
  private static final String FAR = "x/".repeat(120) + "far.png";

  private static final Pixels COLOUR = Pixels.of(Records.random(45, 5), new Frame(3, 5), 3);

  @TempDir Path root;
  private Path idx = Path.of("");
  private Path cifar = Path.of("");
  private Path tar = Path.of("");

  /// In a folder that has the separator in its name.
  @BeforeEach
  void writeFiles() throws IOException {
    Path folder = Files.createDirectory(root.resolve("run #3"));
    idx = folder.resolve("t10k-images-idx3-ubyte");
    Files.write(idx, Records.idxImages(0x803, 2, 3, 4, GREY));
    cifar = Files.write(folder.resolve("test_batch.bin"), Records.random(3073, 6));
    tar = folder.resolve("a#b.tar");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      out.setAddPaxHeadersForNonAsciiNames(true);
      Tars.put(out, "folder/", new byte[0]);
      Tars.put(out, "folder/1.png", PictureWriter.png(COLOUR, null));
      Tars.put(out, "杯#1.png", PictureWriter.png(COLOUR, null));
      Tars.put(out, "notes.txt", new byte[] {'a'});
      Tars.put(out, FAR, PictureWriter.png(COLOUR, null));
    }
  }

  @Test
  void locationIsReadBack() {
    for (Path file : new Path[] {idx, cifar, tar}) {
      for (String which : new String[] {"0", "folder/1.png", "杯#1.png", ""}) {
        assertEquals(
            Optional.of(new PackedPicture(file, which)),
            PackedPicture.at(PackedPicture.location(file, which)));
      }
    }
  }

  @Test
  void locationOfAFileIsThatFile() throws IOException {
    assertEquals(Optional.empty(), PackedPicture.at(idx.toString()));
    Path picture = Files.createFile(root.resolve("run #3/photo #1.png"));
    assertEquals(Optional.empty(), PackedPicture.at(picture.toString()));
    // A picture that somebody named like one in an archive.
    Path odd = Files.createFile(tar.resolveSibling("a#b.tar#1.png"));
    assertEquals(Optional.empty(), PackedPicture.at(odd.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#", "#1", "nowhere.tar#1.png", "photo.png#1", "missing-ubyte#0", "\0.tar#1"})
  void otherLocationsHoldNoPictures(String location) {
    assertEquals(Optional.empty(), PackedPicture.at(location));
  }

  @Test
  void recordIsReadByItsNumber() throws IOException {
    assertGrey(GREY, 0, new PackedPicture(idx, "0").read(READER).pixels());
    assertGrey(GREY, 12, new PackedPicture(idx, "1").read(READER).pixels());
    assertEquals(new Frame(32, 32), new PackedPicture(cifar, "0").read(READER).pixels().frame());
  }

  @Test
  void memberIsReadByItsName() throws IOException {
    for (String name : new String[] {"folder/1.png", "杯#1.png", FAR}) {
      assertTrue(new PackedPicture(tar, name).read(READER).pixels().sameAs(COLOUR), name);
    }
  }

  @Test
  void pictureThatIsNotThereIsRefusedByItsLocation() {
    assertRefused(
        tar + "#folder/2.png does not exist: there is no such file in the archive",
        () -> new PackedPicture(tar, "folder/2.png").read(READER));
    assertRefused(
        tar + "#folder/ does not exist: there is no such file in the archive",
        () -> new PackedPicture(tar, "folder/").read(READER));
    for (String which : new String[] {"", "one", "1.5", "99999999999"}) {
      assertRefused(
          idx + "#" + which + " does not exist: pictures in it are numbered from 0",
          () -> new PackedPicture(idx, which).read(READER));
    }
    assertRefused(
        cifar + "#1 does not exist: the file has pictures 0 to 0",
        () -> new PackedPicture(cifar, "1").read(READER));
  }

  @Test
  void memberThatIsNoPictureIsRefusedByItsLocation() {
    assertRefused(
        tar
            + "#notes.txt is not a picture: choose a JPEG, PNG, WebP, BMP, TIFF, GIF, PPM, PFM,"
            + " HDR, DICOM or NIfTI file",
        () -> new PackedPicture(tar, "notes.txt").read(READER));
  }

  @Test
  void memberOfAnArchiveThatIsCutBeforeItsEndIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(tar);
    int end = whole.length;
    while (whole[end - 1] == 0) {
      end--;
    }
    PackedPicture last = new PackedPicture(tar, FAR);
    for (int length = 0; length < end; length += 61) {
      Files.write(tar, Arrays.copyOf(whole, length));
      assertThrows(PictureException.class, () -> last.read(READER), "length " + length);
    }
    Files.write(tar, Arrays.copyOf(whole, Math.ceilDiv(end, 512) * 512));
    assertTrue(last.read(READER).pixels().sameAs(COLOUR));
  }
}
