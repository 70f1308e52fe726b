package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.annotated.AnnotationReader;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.dataset.packed.Tars;
import org.mixoscope.image.Palette;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.ClassMap;

/// Pictures with masks beside, in the layouts that people have.
@BesideWindows
class MapDataSetTest {
  /// Two rows of three.
  private static final Frame FRAME = new Frame(2, 3);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "images/a.png, masks/a.png",
    "images/a.png, labels/a.png",
    "images/a.png, annotations/a.png",
    "image/a.png, mask/a_mask.png",
    "JPEGImages/a.png, SegmentationClass/a.png",
    "images/deep/a.png, masks/deep/a.png",
    "images/training/a.png, annotations/training/a.png",
    "leftImg8bit/train/bern/b_1_leftImg8bit.png, gtFine/train/bern/b_1_gtFine_labelIds.png",
    "train/images/a.png, train/masks/a.png",
    "a.png, a_mask.png",
    "a_sat.png, a_mask.png",
    "sick/a.png, sick/a_mask.png",
    "a.png, a_gt.png",
    "train/a.png, train_masks/a_mask.png",
    "train/a.png, trainannot/a.png",
    "photos/a.png, segs/a.png",
    "Training_Data/a.png, Training_Part1_GroundTruth/a_segmentation.png"
  })
  void picturesFindTheirMasks(String picture, String mask) throws IOException {
    picture(picture);
    mask(mask, 0, 1, 2, 2, 0, 255);

    try (DataSet data = DataSet.open(folder)) {
      assertEquals("masks", data.kind());
      assertEquals(TargetKind.MAP, data.findings().target());
      assertEquals(List.of(0, 1, 2, 2, 0, 255), map(data, 0));
      assertEquals(2, data.classOf(0));
      assertArrayEquals(new long[] {2, 1, 2}, Arrays.copyOf(pixels(data).classes(), 3));
      assertEquals(1, pixels(data).ignored());
    }
  }

  /// In place, whatever folder is around them.
  @ParameterizedTest
  @CsvSource({
    "images/a.png, masks/a.png, zip",
    "images/a.png, masks/a.png, tar",
    "top/images/a.png, top/masks/a_mask.png, zip",
    "top/images/a.png, top/labels/a.png, tar",
    "images/train/a.png, masks/train/a.png, zip",
    "train/images/a.png, train/masks/a.png, zip",
    "train/a.png, train_masks/a_mask.png, zip",
    "a.png, a_mask.png, zip",
    "a.png, a_mask.png, tar",
    "a.png, a-mask.png, tar",
    "a.png, a_seg.png, tar",
    "top/a.png, top/a_mask.png, tar"
  })
  void masksInArchivesAreReadInPlace(String picture, String mask, String kind) throws IOException {
    String top = picture.startsWith("top/") ? "top/" : "";
    Path file = folder.resolve("set." + kind);
    try (ArchiveOutputStream<? extends ArchiveEntry> out =
        kind.equals("zip")
            ? new ZipArchiveOutputStream(Files.newOutputStream(file))
            : new TarArchiveOutputStream(Files.newOutputStream(file))) {
      put(out, picture, png());
      put(out, mask, index(0, 1, 2, 2, 0, 255));
      put(out, top + "classes.txt", "sky\nroad\ncar".getBytes(UTF_8));
      put(out, "__MACOSX/" + picture.replace("a.png", "._a.png"), new byte[] {0, 5, 22, 7});
    }

    try (DataSet data = DataSet.open(file)) {
      assertEquals("masks", data.kind());
      assertEquals(1, data.size());
      assertEquals(List.of("sky", "road", "car"), data.classes());
      assertEquals(List.of(0, 1, 2, 2, 0, 255), map(data, 0));
      assertEquals(file + "#" + mask, data.annotation(0));
      Markings again = new AnnotationReader().read(file + "#" + mask, data.location(0));
      assertEquals(255, ((ClassMap) again.target(Origin.of(FRAME, Turn.UPRIGHT), FRAME)).nobody());
    }
  }

  private static <E extends ArchiveEntry> void put(
      ArchiveOutputStream<E> out, String name, byte[] bytes) throws IOException {
    ArchiveEntry entry;
    if (out instanceof ZipArchiveOutputStream) {
      entry = new ZipArchiveEntry(name);
    } else {
      TarArchiveEntry one = new TarArchiveEntry(name);
      one.setSize(bytes.length);
      entry = one;
    }
    @SuppressWarnings("unchecked") // It is of the kind of its stream.
    E own = (E) entry;
    out.putArchiveEntry(own);
    out.write(bytes);
    out.closeArchiveEntry();
  }

  /// What is marked by objects is not read from archives, and never taken for pictures alone.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "annotations/x.json|{\"info\": {}, \"images\": [",
        "images/a.json|{\"version\": \"5\", \"shapes\": []}",
        "data.yaml|names: [a]",
        "labels/a.txt|0 .5 .5 .1 .1",
        "Annotations/a.xml|<annotation/>",
        "images/a.xml|<annotation/>"
      })
  void annotationsInArchivesAreSaid(String name, String text) throws IOException {
    for (String top : List.of("", "set/")) {
      Path file = folder.resolve("set.zip");
      try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(Files.newOutputStream(file))) {
        put(out, top + "images/a.png", png());
        put(out, top + name, text.getBytes(UTF_8));
      }
      String why =
          file
              + " has annotations of objects, "
              + top
              + name
              + ", which are read from folders: unpack it and name the folder, or take its folders"
              + " for classes by --target class";
      assertEquals(
          why, assertThrows(DataSetException.class, () -> DataSet.open(file).close()).getMessage());
    }
  }

  /// Sizes tell whether the stored picture was marked, except where both are as large.
  @ParameterizedTest
  @CsvSource({"3, 3, 2, 0, 1", "8, 2, 3, 0, 0", "8, 3, 2, 1, 0", "1, 3, 2, 0, 0"})
  void itIsSaidWhichOfTurnedPicturesMasksAreOf(
      int orientation, int width, int height, int asStored, int unseen) throws IOException {
    byte[] jpeg = PictureWriter.jpeg(Pixels.of(new byte[6], FRAME, 1), 95, null);
    write("images/a.jpg", turned(jpeg, orientation));
    write(
        "masks/a.png",
        PictureWriter.indexPng(
            Pixels.of(new byte[] {0, 1, 0, 1, 0, 1}, new Frame(height, width), 1), null));

    try (DataSet data = DataSet.open(folder)) {
      Headers headers = data.headers(new PictureReader());
      assertEquals(new Turned(orientation == 1 ? 0 : 1, asStored, unseen), headers.turned());
      assertEquals(0, headers.unreadable());
    }
  }

  @Test
  void aMaskOfAnotherSizeIsAProblemBeforeAnythingIsMixed() throws IOException {
    picture("images/a.png");
    write("masks/a.png", PictureWriter.indexPng(Pixels.of(new byte[12], new Frame(4, 3), 1), null));

    try (DataSet data = DataSet.open(folder)) {
      Headers headers = data.headers(new PictureReader());
      assertEquals(1, headers.unreadable());
      assertEquals(FRAME, headers.smallest());
      assertEquals(
          "images/a.png is 3×2, what is marked in it is of 3×4: use the pictures that were marked",
          headers.problems().getFirst().text());
    }
  }

  @Test
  void whatHasNoPartnerIsLeftOutAndSaid() throws IOException {
    picture("images/a.png");
    picture("images/b.png");
    mask("masks/a.png", 0, 0, 0, 0, 0, 0);
    mask("masks/a_mask.png", 1, 1, 1, 1, 1, 1);
    mask("masks/c.png", 1, 1, 1, 1, 1, 1);
    Files.createDirectories(folder.resolve("other"));

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(1, data.size());
      assertEquals(List.of(0, 0, 0, 0, 0, 0), map(data, 0));
      assertEquals(
          List.of(
              "1 pictures without a mask [b.png]",
              "2 masks without a picture [a_mask.png, c.png]",
              "1 folders beside those of pictures and masks [other]"),
          data.findings().leftOut().stream()
              .map(one -> one.count() + " " + one.why().text() + " " + one.examples())
              .toList());
      assertTrue(
          remarks(data)
              .contains("1 picture has several masks, the first is taken: a.png, a_mask.png"),
          remarks(data)::toString);
    }
  }

  @Test
  void foldersAreClassesIfTheUserSaysSo() throws IOException {
    picture("images/a.png");
    mask("masks/a.png", 0, 0, 0, 0, 0, 0);

    try (DataSet data = DataSet.open(folder, ReadAs.USUAL.with(TargetKind.CLASS))) {
      assertEquals(List.of("images", "masks"), data.classes());
    }
  }

  @Test
  void masksThatAreAskedForMustBeThere() throws IOException {
    picture("cat/a.png");
    picture("dog/a.png");

    assertTrue(refusal(ReadAs.USUAL.with(TargetKind.MAP)).contains(" has no masks: needs images"));
  }

  @Test
  void splitsOfVocAreItsLists() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      picture("JPEGImages/" + name + ".png");
      mask("SegmentationClass/" + name + ".png", 0, 0, 15, 15, 15, 255);
    }
    text("ImageSets/Segmentation/train.txt", "b\nzzz\n");
    text("ImageSets/Segmentation/val.txt", "a\nc\n");

    assertTrue(refusal(ReadAs.USUAL).contains("has splits, not classes (train, val)"));
    try (DataSet data = DataSet.open(folder, ReadAs.USUAL.withSplit("train"))) {
      assertEquals(List.of("JPEGImages/b.png"), List.of(data.name(0)));
      assertEquals(1, data.size());
      assertEquals(21, data.classes().size());
      assertEquals("person", data.labelOf(0));
      assertEquals("as Pascal VOC has them", data.findings().order().text());
      assertEquals(
          List.of(List.of("zzz")),
          data.findings().leftOut().stream()
              .filter(one -> one.why().text().startsWith("listed"))
              .map(one -> one.examples())
              .toList());
    }
  }

  @Test
  void splitsBelowBothFoldersAreChosen() throws IOException {
    for (String split : List.of("training", "validation")) {
      picture("images/" + split + "/" + split + ".png");
      mask("annotations/" + split + "/" + split + ".png", 0, 0, 0, 0, 0, 1);
    }

    try (DataSet data = DataSet.open(folder, ReadAs.USUAL.withSplit("validation"))) {
      assertEquals("images/validation/validation.png", data.name(0));
      assertEquals(1, data.size());
      assertEquals(List.of("training", "validation"), data.findings().splits());
      assertEquals(List.of(), data.findings().leftOut());
    }
  }

  @Test
  void onlyZeroAndTheLargestAreTwoClasses() throws IOException {
    picture("images/a.png");
    mask("masks/a.png", 0, 255, 255, 0, 0, 0);

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of("0", "1"), data.classes());
      assertEquals(List.of(0, 1, 1, 0, 0, 0), map(data, 0));
      assertTrue(
          remarks(data)
              .contains(
                  "masks have nothing but 0 and the largest value, which is taken for class 1"));
    }
  }

  @Test
  void sixteenBitsHaveTheirOwnIgnored() throws IOException {
    picture("images/a.png");
    picture("images/b.png");
    deepMask("masks/a.png", 0, 300, 255, 65535, 0, 0);
    mask("masks/b.png", 0, 255, 1, 1, 1, 1);

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(301, data.classes().size());
      assertEquals(List.of(0, 300, 255, 65535, 0, 0), map(data, 0));
      assertEquals(List.of(0, 65535, 1, 1, 1, 1), map(data, 1));
      assertEquals(2, pixels(data).ignored());
    }
  }

  @Test
  void sixteenBitsOfFewClassesAreAsGoodAsEight() throws IOException {
    picture("images/a.png");
    deepMask("masks/a.png", 0, 2, 255, 65535, 0, 0);

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of("0", "1", "2"), data.classes());
      assertEquals(List.of(0, 2, 255, 255, 0, 0), map(data, 0));
    }
  }

  @Test
  void classesAreTakenFromFilesAndOthersRefused() throws IOException {
    picture("images/a.png");
    mask("masks/a.png", 0, 1, 2, 255, 0, 0);
    text("classes.txt", "sky\nsea\nsand\n");

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of("sky", "sea", "sand"), data.classes());
      assertEquals("sea", data.labelOf(0));
    }
    text("classes.txt", "sky\nsea\n");
    assertTrue(
        refusal(ReadAs.USUAL).contains("a.png: class 2: must be below 2"),
        () -> refusal(ReadAs.USUAL));
  }

  /// CVAT has sorted the classes, so that black stands second.
  @Test
  void coloursStandForWhatTheLabelMapSays() throws IOException {
    picture("images/a.png");
    colours("masks/a.png", 0, 0xFA3253, 0x33DDFF, 0, 0, 0xE0E0C0);
    assertTrue(
        refusal(ReadAs.USUAL).contains("a.png has colours, such as 250,50,83 at x = 1, y = 0"));

    text("labelmap.txt", "# label:color_rgb:parts:actions\nant:250,50,83::\nbackground:0,0,0::\n");
    assertTrue(
        refusal(ReadAs.USUAL).contains("a.png: colour 51,221,255 at x = 2, y = 0"),
        () -> refusal(ReadAs.USUAL));

    text("labelmap.txt", "ant:250,50,83::\nbackground:0,0,0::\nzebra:51,221,255::stripes\n");
    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of("background", "ant", "zebra"), data.classes());
      assertEquals(List.of(0, 1, 2, 0, 0, 255), map(data, 0));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class_dict.csv|name,r,g,b;ant,250,50,83;void,0,0,0",
        "label_colors.txt|0 0 0 void;250 50 83 ant"
      })
  void coloursMayBeListedOtherwise(String name, String lines) throws IOException {
    picture("images/a.png");
    colours("masks/a.png", 0, 0xFA3253, 0, 0, 0, 0);
    text(name, lines.replace(';', '\n'));

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of("void", "ant"), data.classes());
      assertEquals(List.of(0, 1, 0, 0, 0, 0), map(data, 0));
    }
  }

  @Test
  void greyThatIsStoredAsColourIsGrey() throws IOException {
    picture("images/a.png");
    colours("masks/a.png", 0, 0x010101, 0x020202, 0xFFFFFF, 0, 0);

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of(0, 1, 2, 255, 0, 0), map(data, 0));
    }
  }

  @Test
  void jpegIsRefused() throws IOException {
    picture("images/a.png");
    Files.createDirectories(folder.resolve("masks"));
    Pixels mask = Pixels.of(new byte[6], FRAME, 1);
    Files.write(folder.resolve("masks/a.jpg"), PictureWriter.jpeg(mask, 95, null));

    assertTrue(refusal(ReadAs.USUAL).contains("a.jpg may have changed values"));
  }

  @Test
  void masksThatCannotBeReadAreSaidAndTheirPicturesRefused() throws IOException {
    picture("images/a.png");
    picture("images/b.png");
    mask("masks/a.png", 0, 0, 1, 1, 1, 1);
    text("masks/b.png", "no picture at all");

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(2, data.size());
      assertTrue(
          remarks(data).toString().contains("1 mask cannot be read, its picture is skipped"));
      assertThrows(PictureException.class, () -> map(data, 1));
    }
  }

  @Test
  void maskOfAnotherSizeIsRefusedByName() throws IOException {
    picture("images/a.png");
    write("masks/a.png", PictureWriter.indexPng(Pixels.of(new byte[4], new Frame(2, 2), 1), null));

    try (DataSet data = DataSet.open(folder)) {
      PictureException refused = assertThrows(PictureException.class, () -> map(data, 0));
      assertTrue(
          refused.getMessage().contains("a.png is 2×2, its picture 3×2"), refused::getMessage);
    }
  }

  /// Orientation 6 is stored lying on its left side: its first column is the first row upright,
  /// from the right.
  @Test
  void maskIsTurnedWithItsPictureIfItHasTheStoredSize() throws IOException {
    byte[] jpeg = PictureWriter.jpeg(Pixels.of(new byte[6], FRAME, 1), 95, null);
    write("images/a.jpg", turned(jpeg, 6));
    write("images/b.jpg", turned(jpeg, 6));
    mask("masks/a.png", 1, 2, 3, 4, 5, 6);
    byte[] upright = {1, 2, 3, 4, 5, 6};
    write(
        "masks/b.png", PictureWriter.indexPng(Pixels.of(upright, new Frame(3, 2), 1), Palette.VOC));

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of(4, 1, 5, 2, 6, 3), map(data, 0));
      assertEquals(List.of(1, 2, 3, 4, 5, 6), map(data, 1));
    }
  }

  @Test
  void mapFollowsItsPictureIntoAFrame() throws IOException {
    picture("images/a.png");
    mask("masks/a.png", 1, 2, 3, 4, 5, 255);

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(
          List.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 255, 255),
          map(data, 0, new Frame(2, 6), Fit.STRETCH));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata.jsonl|{\"file_name\":\"p/a.png\",\"mask_file_name\":\"m/x.png\",\"index\":1}",
        "metadata.jsonl|{\"file_name\":\"p/a.png\",\"mask\":\"m/x.png\"}",
        "metadata.csv|file_name,mask;p/a.png,m/x.png",
        "metadata.csv|file_name,mask_path,note;p/a.png,m/x.png,good"
      })
  void tablesNameMasks(String name, String lines) throws IOException {
    picture("p/a.png");
    mask("m/x.png", 0, 1, 1, 1, 1, 255);
    text(name, lines.replace(';', '\n'));

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of(0, 1, 1, 1, 1, 255), map(data, 0));
      assertEquals("p/a.png", data.name(0));
    }
  }

  @Test
  void labelsOfATableComeBeforeItsMasks() throws IOException {
    picture("p/a.png");
    mask("m/x.png", 0, 1, 1, 1, 1, 255);
    text(
        "metadata.jsonl",
        "{\"file_name\":\"p/a.png\",\"mask_file_name\":\"m/x.png\",\"label\":\"cat\"}\n");

    try (DataSet data = DataSet.open(folder)) {
      assertEquals(List.of("cat"), data.classes());
      assertTrue(remarks(data).toString().contains("has masks, which are not used"));
    }
    try (DataSet data = DataSet.open(folder, ReadAs.USUAL.with(TargetKind.MAP))) {
      assertEquals(TargetKind.MAP, data.findings().target());
    }
  }

  @Test
  void shardsHoldMasks() throws IOException {
    Path file = folder.resolve("a.tar");
    byte[] mask = index(0, 1, 1, 1, 1, 255);
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      Tars.put(tar, "1.png", png());
      Tars.put(tar, "1.seg.png", mask);
      Tars.put(tar, "2.json", new byte[] {'{', '}'});
      Tars.put(tar, "2.png", png());
      Tars.put(tar, "2.seg.png", mask);
      Tars.put(tar, "3.0.seg.png", mask);
      Tars.put(tar, "3.1.seg.png", mask);
      Tars.put(tar, "3.png", png());
    }

    try (DataSet data = DataSet.open(file)) {
      assertEquals(2, data.size());
      assertEquals(List.of(0, 1, 1, 1, 1, 255), map(data, 1));
      assertEquals(
          List.of("with masks that blend, which are not mixed again"),
          data.findings().leftOut().stream().map(one -> one.why().text()).toList());
    }
  }

  private String refusal(ReadAs as) {
    return assertThrows(DataSetException.class, () -> DataSet.open(folder, as).close())
        .getMessage();
  }

  private static List<String> remarks(DataSet data) {
    return data.findings().remarks().stream().map(one -> one.text()).toList();
  }

  private static PixelCounts pixels(DataSet data) {
    return data.pixels().orElseThrow();
  }

  private static List<Integer> map(DataSet data, int index) throws PictureException {
    return map(data, index, null, Fit.STRETCH);
  }

  private static List<Integer> map(DataSet data, int index, @Nullable Frame frame, Fit fit)
      throws PictureException {
    Wanted rgb = _ -> PixelKind.RGB8;
    ClassMap map = (ClassMap) data.read(index, new PictureReader(), frame, fit, rgb).target();
    return IntStream.range(0, (int) map.frame().pixels())
        .mapToObj(i -> (int) map.indices().element(i))
        .toList();
  }

  private static byte[] png() {
    return PictureWriter.png(Pixels.of(new byte[18], FRAME, 3), null);
  }

  private void picture(String name) throws IOException {
    write(name, png());
  }

  private static byte[] index(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return PictureWriter.indexPng(Pixels.of(bytes, FRAME, 1), Palette.VOC);
  }

  private void mask(String name, int... values) throws IOException {
    write(name, index(values));
  }

  private void deepMask(String name, int... values) throws IOException {
    short[] shorts = new short[values.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) values[i];
    }
    MemorySegment memory = MemorySegment.ofArray(shorts);
    write(
        name,
        PictureWriter.indexPng(new Pixels(memory, 2, 3, 1, ElementType.UINT16, Layout.HWC), null));
  }

  private void colours(String name, int... rgb) throws IOException {
    byte[] bytes = new byte[3 * rgb.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (rgb[i / 3] >> 8 * (2 - i % 3));
    }
    write(name, PictureWriter.png(Pixels.of(bytes, FRAME, 3), null));
  }

  /// The JPEG with an EXIF segment that holds nothing but an orientation.
  private static byte[] turned(byte[] jpeg, int orientation) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2);
    out.putShort((short) 0xFFE1).putShort((short) 34).put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    out.put(new byte[] {'M', 'M'}).putShort((short) 42).putInt(8).putShort((short) 1);
    out.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    out.putShort((short) 0).putInt(0);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  private void text(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, bytes);
  }
}
