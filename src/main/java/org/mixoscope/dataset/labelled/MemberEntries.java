package org.mixoscope.dataset.labelled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.LeftOuts;
import org.mixoscope.dataset.packed.Archive;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
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
  private final List<Archive> archives;
  private final Names names = new Names();
  private long[] places = new long[1024];
  private int[] lengths = new int[1024];
  private int[] owners = new int[1024];

  MemberEntries() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  private MemberEntries(List<Path> files, List<Archive> archives) {
    this.files = files;
    this.archives = archives;
  }

  /// Other members of the same archives, also of those that are still to be opened.
  MemberEntries beside() {
    return new MemberEntries(files, archives);
  }

  /// The members of one more archive, whose pictures are to be added next.
  Archive open(Path file) throws IOException {
    Archive archive = Archive.open(file);
    files.add(file);
    archives.add(archive);
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
    int at = names.size();
    if (at == places.length) {
      places = Arrays.copyOf(places, 2 * at);
      lengths = Arrays.copyOf(lengths, 2 * at);
      owners = Arrays.copyOf(owners, 2 * at);
    }
    places[at] = picture.at();
    lengths[at] = Math.toIntExact(picture.size());
    owners[at] = archives.size() - 1;
    names.add(picture.name());
  }

  int size() {
    return names.size();
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
    return archives.get(owners[index]).read(places[index], lengths[index], most, location(index));
  }

  @Override
  public void close() throws IOException {
    for (Archive archive : archives) {
      archive.close();
    }
  }
}
