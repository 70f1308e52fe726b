package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/// Volumes of NIfTI-1 of int16.
public final class NiftiBuilder {
  private static final int FIRST = 352;

  private final ByteBuffer file;

  /// @param numbers slice by slice, row by row
  public NiftiBuilder(ByteOrder order, int width, int height, int slices, short[] numbers) {
    file = ByteBuffer.allocate(FIRST + 2 * numbers.length).order(order);
    file.putInt(0, 348).putShort(40, (short) 3);
    file.putShort(42, (short) width).putShort(44, (short) height).putShort(46, (short) slices);
    file.putShort(70, (short) 4).putShort(72, (short) 16).putFloat(108, FIRST);
    file.put(344, "n+1\0".getBytes(ISO_8859_1));
    for (int i = 0; i < numbers.length; i++) {
      file.putShort(FIRST + 2 * i, numbers[i]);
    }
  }

  /// What numbers stand for.
  public NiftiBuilder scaled(float slope, float intercept) {
    file.putFloat(112, slope).putFloat(116, intercept);
    return this;
  }

  /// Voxels of these millimetres, in a place that both forms say.
  public NiftiBuilder spaced(float x, float y, float z) {
    file.putFloat(76, 1).putFloat(80, x).putFloat(84, y).putFloat(88, z).put(123, (byte) 2);
    file.putShort(252, (short) 1).putShort(254, (short) 2);
    file.putFloat(260, 0.1f).putFloat(268, -90).putFloat(272, -126).putFloat(276, -72);
    float[] rows = {x, 0, 0, -90, 0, y, 0, -126, 0, 0, z, -72};
    for (int i = 0; i < rows.length; i++) {
      file.putFloat(280 + 4 * i, rows[i]);
    }
    return this;
  }

  public byte[] bytes() {
    return file.array();
  }

  public byte[] packed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes());
    }
    return out.toByteArray();
  }
}
