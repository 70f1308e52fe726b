package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// What stands before the voxels of a NIfTI-1 file: the geometry, in fields that a mix has from its
/// first source, and comments, of which one may be a recipe.
public final class NiftiHeader {
  /// Where voxels begin if nothing but the header stands before them.
  static final int FIRST = 352;

  /// The most voxels along a side.
  public static final int LONGEST = Short.MAX_VALUE;

  private static final int INFORMATION = 39;
  private static final int SPACING = 76;
  private static final int UNITS = 123;
  private static final int FORMS = 252;
  private static final int QUATERNION = 256;
  private static final int ROWS = 280;
  private static final int NAME = 328;

  /// The code of a comment among extensions.
  private static final int COMMENT = 6;

  private static final int LARGEST_COMMENT = 1 << 24;
  private static final int STEP = 16;

  private final ByteBuffer bytes;

  /// @param bytes in the order of the file. Kept
  NiftiHeader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// Where the voxels lie.
  Grid grid() {
    List<Double> spacing = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      double side = Math.abs(bytes.getFloat(SPACING + Float.BYTES * i));
      spacing.add(side > 0 && Double.isFinite(side) ? side : 1.0);
    }
    return new Grid(spacing, bytes.getShort(FORMS + Short.BYTES) > 0 ? rows() : quaternion());
  }

  /// The columns of the affine map, each of length 1.
  private List<Double> rows() {
    List<Double> axes = new ArrayList<>();
    for (int column = 0; column < 3; column++) {
      double[] axis = new double[3];
      for (int row = 0; row < 3; row++) {
        axis[row] = bytes.getFloat(ROWS + Float.BYTES * (4 * row + column));
      }
      double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
      for (double each : axis) {
        axes.add(length > 0 ? each / length : 0);
      }
    }
    return axes;
  }

  /// The rotation of the quaternion; none if the file has neither.
  private List<Double> quaternion() {
    if (bytes.getShort(FORMS) <= 0) {
      return List.of();
    }
    double b = bytes.getFloat(QUATERNION);
    double c = bytes.getFloat(QUATERNION + Float.BYTES);
    double d = bytes.getFloat(QUATERNION + 2 * Float.BYTES);
    double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
    double last = bytes.getFloat(SPACING) < 0 ? -1 : 1;
    return List.of(
        a * a + b * b - c * c - d * d,
        2 * (b * c + a * d),
        2 * (b * d - a * c),
        2 * (b * c - a * d),
        a * a + c * c - b * b - d * d,
        2 * (c * d + a * b),
        last * 2 * (b * d + a * c),
        last * 2 * (c * d - a * b),
        last * (a * a + d * d - b * b - c * c));
  }

  /// Everything before the voxels of a new file, little-endian.
  ///
  /// @param frame of a slice; sides of at most [#LONGEST]
  /// @param slices at most [#LONGEST]
  /// @param scale what numbers stand for
  /// @param like whose geometry it has; null for voxels of one millimetre
  /// @param comment that it carries; null for none
  public static byte[] of(
      Frame frame,
      int slices,
      NumberType type,
      Scale scale,
      @Nullable NiftiHeader like,
      @Nullable String comment) {
    byte[] text = comment == null ? new byte[0] : comment.getBytes(UTF_8);
    int room = text.length == 0 ? 0 : (8 + text.length + STEP - 1) / STEP * STEP;
    ByteBuffer to = ByteBuffer.allocate(FIRST + room).order(ByteOrder.LITTLE_ENDIAN);
    to.putInt(0, NiftiFile.HEADER).putShort(40, (short) 3);
    to.putShort(42, (short) frame.width()).putShort(44, (short) frame.height());
    to.putShort(46, (short) slices);
    for (int i = 4; i <= 7; i++) {
      to.putShort(40 + Short.BYTES * i, (short) 1);
    }
    to.putShort(70, (short) code(type)).putShort(72, (short) (Byte.SIZE * type.bytes()));
    to.putFloat(108, FIRST + room);
    to.putFloat(112, (float) scale.slope()).putFloat(116, (float) scale.intercept());
    for (int i = 0; i <= 7; i++) {
      to.putFloat(SPACING + Float.BYTES * i, 1);
    }
    to.put(UNITS, (byte) 2);
    if (like != null) {
      like.geometry(to);
    }
    to.put(344, "n+1\0".getBytes(ISO_8859_1));
    if (room > 0) {
      to.put(NiftiFile.HEADER, (byte) 1).putInt(FIRST, room).putInt(FIRST + 4, COMMENT);
      to.put(FIRST + 8, text);
    }
    return to.array();
  }

  private void geometry(ByteBuffer to) {
    to.put(INFORMATION, bytes.get(INFORMATION)).put(UNITS, bytes.get(UNITS));
    to.putShort(FORMS, bytes.getShort(FORMS));
    to.putShort(FORMS + Short.BYTES, bytes.getShort(FORMS + Short.BYTES));
    for (int i = 0; i <= 3; i++) {
      int at = SPACING + Float.BYTES * i;
      to.putFloat(at, bytes.getFloat(at));
    }
    for (int at = QUATERNION; at < NAME; at += Float.BYTES) {
      to.putFloat(at, bytes.getFloat(at));
    }
  }

  private static int code(NumberType type) {
    return switch (type) {
      case UINT8 -> 2;
      case INT16 -> 4;
      case INT32 -> 8;
      case FLOAT32 -> 16;
      case FLOAT64 -> 64;
      case INT8 -> 256;
      case UINT16 -> 512;
      case UINT32 -> 768;
    };
  }

  /// The comment of a file that begins as a recipe does; null if there is none.
  ///
  /// @throws IOException if the file cannot be read
  static @Nullable String recipe(Path file) throws IOException {
    try (InputStream in = open(file)) {
      byte[] head = in.readNBytes(FIRST);
      if (head.length < FIRST || !NiftiFile.isOne(head) || head[NiftiFile.HEADER] == 0) {
        return null;
      }
      NiftiFile header = NiftiFile.header(head);
      for (long at = FIRST; at + 8 <= header.start(); ) {
        ByteBuffer extension = ByteBuffer.wrap(in.readNBytes(8)).order(header.order());
        int size = extension.getInt(0);
        if (size < 8 || size > LARGEST_COMMENT || at + size > header.start()) {
          return null;
        }
        String text = new String(in.readNBytes(size - 8), UTF_8).replace("\0", "");
        if (extension.getInt(4) == COMMENT && text.startsWith(EmbeddedRecipe.NAME + ":")) {
          return text;
        }
        at += size;
      }
      return null;
    } catch (BadData | IndexOutOfBoundsException | EOFException | ZipException e) {
      return null;
    }
  }

  /// A file, unpacked if it is packed.
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.mark(3);
      byte[] start = in.readNBytes(3);
      in.reset();
      return NiftiFile.isPacked(start) ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
