package org.mixoscope.dataset.labelled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.LeftOuts;
import org.mixoscope.dataset.packed.Archive;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.IndexPicture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// Pictures that are members of archives.
final class MemberEntries implements Entries, Masks {
  private final List<Path> files;

  /// By the numbers of their files. Those of members that were listed elsewhere are opened when
  /// they are wanted.
  private final Map<Integer, Archive> archives;

  private final Names names = new Names();
  private long[] places = new long[1024];
  private int[] lengths = new int[1024];
  private int[] owners = new int[1024];

  MemberEntries() {
    this(new ArrayList<>(), new ConcurrentHashMap<>());
  }

  private MemberEntries(List<Path> files, Map<Integer, Archive> archives) {
    this.files = files;
    this.archives = archives;
  }

  /// Other members of the same archives, also of those that are still to be opened.
  MemberEntries beside() {
    return new MemberEntries(files, archives);
  }

  /// Members that were listed elsewhere, of these archives, which are not opened yet.
  static MemberEntries of(List<Path> files) {
    return new MemberEntries(files, new ConcurrentHashMap<>());
  }

  /// The members of one more archive, whose pictures are to be added next.
  Archive open(Path file) throws IOException {
    Archive archive = Archive.open(file);
    archives.put(files.size(), archive);
    files.add(file);
    return archive;
  }

  /// Whether a member is a file that can be read and is the user's; whatever else it is, is
  /// counted.
  static boolean isUsable(Member member, LeftOuts leftOut) {
    Objection why = why(member);
    if (why != null) {
      leftOut.add(why, member.name());
    }
    return why == null && member.state() != Archive.State.FOLDER;
  }

  private static @Nullable Objection why(Member member) {
    String name = member.name();
    if (member.state() == Archive.State.FOLDER) {
      return null;
    }
    if (leadsOut(name)) {
      return LeftOutReason.OUTSIDE_ARCHIVE.of();
    }
    for (String part : name.split("/", -1)) {
      if (Clutter.isOne(part) && !part.equals(".")) {
        return Clutter.why(part);
      }
    }
    return switch (member.state()) {
      case SPECIAL -> LeftOutReason.SPECIAL.of();
      case ENCRYPTED -> LeftOutReason.ENCRYPTED.of();
      case OTHER_METHOD -> LeftOutReason.OTHER_METHOD.of();
      case TOO_LARGE -> LeftOutReason.TOO_LARGE.of(Archive.MOST >> 20);
      default -> Archive.isNamedLikeOne(name) ? LeftOutReason.NESTED.of() : null;
    };
  }

  /// Whether a name leads out of its folder: whoever unpacks a member of this name would write
  /// beside the archive's.
  static boolean leadsOut(String name) {
    String slashed = name.replace('\\', '/');
    return slashed.startsWith("/")
        || slashed.matches("[A-Za-z]:.*")
        || List.of(slashed.split("/", -1)).contains("..");
  }

  /// The next picture, of the archive that was opened last.
  void add(Member picture) {
    add(picture.name(), files.size() - 1, picture.at(), Math.toIntExact(picture.size()));
  }

  /// The next picture, of whatever archive.
  ///
  /// @param owner the number of its archive
  /// @param place where in the archive
  void add(String name, int owner, long place, int length) {
    int at = names.size();
    if (at == places.length) {
      places = Arrays.copyOf(places, 2 * at);
      lengths = Arrays.copyOf(lengths, 2 * at);
      owners = Arrays.copyOf(owners, 2 * at);
    }
    places[at] = place;
    lengths[at] = length;
    owners[at] = owner;
    names.add(name);
  }

  int size() {
    return names.size();
  }

  /// The archives, in the order of their numbers.
  List<Path> files() {
    return files;
  }

  /// What a member is called in its archive.
  String member(int index) {
    return names.get(index);
  }

  /// The number of its archive.
  int owner(int index) {
    return owners[index];
  }

  /// Where in its archive it is.
  long place(int index) {
    return places[index];
  }

  /// Its bytes.
  int length(int index) {
    return lengths[index];
  }

  @Override
  public String name(int index) {
    return PackedPicture.location(files.get(owners[index]).getFileName(), names.get(index));
  }

  @Override
  public String file(int index) {
    return location(index);
  }

  @Override
  public String location(int index) {
    return PackedPicture.location(files.get(owners[index]).toAbsolutePath(), names.get(index));
  }

  @Override
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return reader.read(bytes(index, Long.MAX_VALUE), location(index), frame, fit, wanted);
  }

  @Override
  public Header header(int index, PictureReader reader) throws PictureException {
    return reader.header(location(index), most -> bytes(index, most));
  }

  @Override
  public IndexPicture indices(int index, PictureReader reader) throws PictureException {
    return reader.indices(bytes(index, Long.MAX_VALUE), location(index));
  }

  @Override
  public InputStream contents(int index) throws IOException {
    return new ByteArrayInputStream(bytes(index, Long.MAX_VALUE));
  }

  /// The first bytes of a picture.
  private byte[] bytes(int index, long most) throws PictureException {
    return archive(owners[index]).read(places[index], lengths[index], most, location(index));
  }

  private Archive archive(int owner) throws PictureException {
    Archive known = archives.get(owner);
    return known == null ? opened(owner) : known;
  }

  private synchronized Archive opened(int owner) throws PictureException {
    Archive known = archives.get(owner);
    if (known == null) {
      Path file = files.get(owner);
      try {
        known = Archive.open(file);
      } catch (PictureException e) {
        throw e;
      } catch (IOException e) {
        throw ImageReason.UNREADABLE.failure(e, file, e.getMessage());
      }
      archives.put(owner, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    for (Archive archive : archives.values()) {
      archive.close();
    }
  }
}
