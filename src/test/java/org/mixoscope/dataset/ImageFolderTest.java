package org.mixoscope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.recipe.Source;

@BesideWindows
class ImageFolderTest {
  @TempDir Path root;

  @Test
  void aFolderInTheRootIsAClassWithAllThatLiesInIt() throws Exception {
    files("dog/2.png", "dog/10.png", "cat/b.JPEG", "cat/more/deep/a.tif", "cat/a.webp");
    assertEquals(
        List.of(
            "cat: cat/a.webp",
            "cat: cat/b.JPEG",
            "cat: cat/more/deep/a.tif",
            "dog: dog/10.png",
            "dog: dog/2.png"),
        listed());
  }

  @Test
  void picturesInTheRootAreClassesOfTheirOwnAndComeFirst() throws Exception {
    files("zebra.v2.jpg", "apple.png", "ant/1.gif");
    assertEquals(List.of("apple: apple.png", "zebra.v2: zebra.v2.jpg", "ant: ant/1.gif"), listed());
  }

  @Test
  void whatIsHiddenOrNoPictureIsLeftOut() throws Exception {
    files(
        "a/1.png", "a/._1.png", ".cache/2.png", "a/notes.txt", "a/png", "a/Thumbs.db", "a/3.JPG~");
    assertEquals(List.of("a: a/1.png"), listed());
  }

  @Test
  void aFolderWithTheNameOfAPictureIsAFolder() throws Exception {
    files("cat.png/1.png");
    assertEquals(List.of("cat.png: cat.png/1.png"), listed());
  }

  @Test
  void linksAreFollowedButNotRoundInCircles() throws Exception {
    files("cat/1.png", "elsewhere/2.png");
    Files.createSymbolicLink(root.resolve("cat/up"), root);
    Files.createSymbolicLink(root.resolve("cat/self"), root.resolve("cat"));
    Files.createSymbolicLink(root.resolve("cat/gone"), root.resolve("nowhere"));
    Files.createSymbolicLink(root.resolve("cat/3.png"), root.resolve("elsewhere/2.png"));
    Files.createSymbolicLink(root.resolve("linked"), root.resolve("elsewhere"));
    assertEquals(
        List.of(
            "cat: cat/1.png",
            "cat: cat/3.png",
            "elsewhere: elsewhere/2.png",
            "linked: linked/2.png"),
        listed());
  }

  @Test
  void everyPictureIsFoundByItsLocation() throws Exception {
    files("a.png", "cat/1.png", "cat/2.png", "cat/more/1.png", "dog/1.png");
    ImageFolder folder = ImageFolder.of(root);
    for (int i = 0; i < folder.size(); i++) {
      assertEquals(i, folder.indexOf(folder.source(i).location()));
    }
    assertEquals(-1, folder.indexOf(root.resolve("cat/3.png").toString()));
    assertEquals(-1, folder.indexOf("sample:cat"));
    assertThrows(IndexOutOfBoundsException.class, () -> folder.source(5));
    assertThrows(IndexOutOfBoundsException.class, () -> folder.source(-1));
  }

  @Test
  void aLargeFolderComesInPartsAndInOrder() throws Exception {
    files(IntStream.range(0, 4500).mapToObj("c%04d.png"::formatted).toArray(String[]::new));
    files("z/last.png");
    FolderWalk walk = new FolderWalk(root);
    ImageFolder folder = ImageFolder.empty(root);
    List<Integer> sizes = new ArrayList<>();
    for (var parts = walk.next(); !parts.isEmpty(); parts = walk.next()) {
      folder = folder.plus(parts);
      sizes.add(folder.size());
    }
    assertEquals(List.of(2000, 4000, 4501), sizes);
    assertEquals("c0000", folder.source(0).className());
    assertEquals("c4321", folder.source(4321).className());
    assertEquals("z", folder.source(4500).className());
    assertEquals(3999, folder.indexOf(root.resolve("c3999.png").toString()));
    assertEquals(4499, folder.indexOf(root.resolve("c4499.png").toString()));
  }

  @Test
  void aFolderWithoutPicturesSaysSo() throws Exception {
    files("a/notes.txt");
    refused(FolderReason.EMPTY, root);
    refused(FolderReason.MISSING, root.resolve("b"));
    refused(FolderReason.FILE, root.resolve("a/notes.txt"));
  }

  @Test
  void aFolderThatMayNotBeReadIsCountedAndTheOthersAreListed() throws Exception {
    files("cat/1.png", "secret/2.png");
    Path secret = root.resolve("secret");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(secret), "this user may read everything");
      FolderWalk walk = new FolderWalk(root);
      assertEquals(1, walk.next().size());
      assertEquals(1, walk.unreadable());
      refused(FolderReason.FORBIDDEN, secret);
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFolderThatIsDeletedMeanwhileIsPassedOver() throws Exception {
    files(IntStream.range(0, 2000).mapToObj("a/%04d.png"::formatted).toArray(String[]::new));
    files("b/1.png", "c/1.png");
    FolderWalk walk = new FolderWalk(root);
    walk.next();
    Files.delete(root.resolve("b/1.png"));
    Files.delete(root.resolve("b"));
    assertEquals(root.toRealPath().resolve("c"), walk.next().getFirst().folder().toRealPath());
    assertTrue(walk.next().isEmpty());
  }

  @Test
  void aSeedDecidesWhatIsMixedWithWhat() throws Exception {
    files(IntStream.range(0, 50).mapToObj("%02d.png"::formatted).toArray(String[]::new));
    ImageFolder folder = ImageFolder.of(root);
    TreeSet<String> partners = new TreeSet<>();
    for (int i = 0; i < folder.size(); i++) {
      List<Source> group = folder.group(42, i, 4);
      assertEquals(folder.source(i), group.getFirst());
      assertEquals(4, group.stream().distinct().count());
      assertEquals(group.subList(0, 2), folder.group(42, i, 2), "more of them keep the first");
      assertEquals(group, ImageFolder.of(root).group(42, i, 4));
      partners.add(group.get(1).className());
    }
    assertTrue(partners.size() > 20, "partners = " + partners);
    assertFalse(folder.group(42, 0, 8).equals(folder.group(43, 0, 8)));
    long different = IntStream.range(0, 100).map(r -> folder.draw(42, r)).distinct().count();
    assertTrue(different > 30, "of 100 draws " + different + " differ");
    assertEquals(6, Sample.POOL.group(1, 0, 8).size(), "a small pool gives all it has");
  }

  private void refused(FolderReason reason, Path folder) {
    FolderException e = assertThrows(FolderException.class, () -> ImageFolder.of(folder));
    assertEquals(reason.of(folder), e.objection());
    assertTrue(e.getMessage().startsWith(folder + " "), e.getMessage());
  }

  private List<String> listed() throws FolderException {
    ImageFolder folder = ImageFolder.of(root);
    return IntStream.range(0, folder.size())
        .mapToObj(folder::source)
        .map(s -> s.className() + ": " + root.relativize(Path.of(s.location())))
        .toList();
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }
}
