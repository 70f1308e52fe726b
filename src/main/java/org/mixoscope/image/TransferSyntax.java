package org.mixoscope.image;

/// The ways in which the pixels of DICOM files are packed, by the names that DICOM has for them.
///
/// Those that are not read are here so that a refusal can name them.
enum TransferSyntax {
  RLE("RLE Lossless", "5", Packing.RUNS),
  JPEG_BASELINE("JPEG Baseline", "4.50", Packing.JPEG),
  JPEG_EXTENDED("JPEG Extended", "4.51", Packing.JPEG),
  JPEG_PROGRESSIVE("JPEG Full Progression", "4.55", Packing.JPEG),
  JPEG_LOSSLESS("JPEG Lossless", "4.57", Packing.LOSSLESS_JPEG),
  JPEG_LOSSLESS_1("JPEG Lossless, First-Order Prediction", "4.70", Packing.LOSSLESS_JPEG),
  JPEG_LS("JPEG-LS Lossless", "4.80", Packing.JPEG_LS),
  JPEG_LS_NEAR("JPEG-LS Near-Lossless", "4.81", Packing.JPEG_LS),
  JPEG_2000_LOSSLESS("JPEG 2000 Lossless", "4.90", Packing.JPEG_2000),
  JPEG_2000("JPEG 2000", "4.91", Packing.JPEG_2000),
  JPEG_2000_PARTS_LOSSLESS("JPEG 2000 Part 2 Lossless", "4.92"),
  JPEG_2000_PARTS("JPEG 2000 Part 2", "4.93"),
  JPIP("JPIP Referenced", "4.94"),
  JPIP_DEFLATED("JPIP Referenced Deflate", "4.95"),
  MPEG_2("MPEG-2 Main Profile", "4.100"),
  MPEG_2_HIGH("MPEG-2 Main Profile, High Level", "4.101"),
  H264("MPEG-4 AVC/H.264", "4.102"),
  H264_BD("MPEG-4 AVC/H.264 BD-compatible", "4.103"),
  H264_2D("MPEG-4 AVC/H.264 for 2D Video", "4.104"),
  H264_3D("MPEG-4 AVC/H.264 for 3D Video", "4.105"),
  H264_STEREO("MPEG-4 AVC/H.264 Stereo", "4.106"),
  H265("HEVC/H.265", "4.107"),
  H265_10("HEVC/H.265 Main 10", "4.108"),
  JPEG_XL_LOSSLESS("JPEG XL Lossless", "4.110"),
  JPEG_XL_JPEG("JPEG XL JPEG Recompression", "4.111"),
  JPEG_XL("JPEG XL", "4.112"),
  HTJ2K_LOSSLESS("High-Throughput JPEG 2000 Lossless", "4.201"),
  HTJ2K_RPCL("High-Throughput JPEG 2000 with RPCL Lossless", "4.202"),
  HTJ2K("High-Throughput JPEG 2000", "4.203"),
  DEFLATED_FRAMES("Deflated Image Frame", "8.1"),
  /// What this has no name for.
  OTHER("", "");

  /// What unpacks the pixels.
  enum Packing {
    RUNS,
    JPEG,
    LOSSLESS_JPEG,
    JPEG_LS,
    JPEG_2000,
    UNKNOWN
  }

  private static final String ROOT = "1.2.840.10008.1.2.";

  private final String words;
  private final String end;
  private final Packing packing;

  TransferSyntax(String words, String end) {
    this(words, end, Packing.UNKNOWN);
  }

  TransferSyntax(String words, String end, Packing packing) {
    this.words = words;
    this.end = end;
    this.packing = packing;
  }

  static TransferSyntax of(String uid) {
    for (TransferSyntax one : values()) {
      if (uid.equals(ROOT + one.end)) {
        return one;
      }
    }
    return OTHER;
  }

  Packing packing() {
    return packing;
  }

  /// Whether pictures that are packed so may have lost something.
  boolean isLossy() {
    return packing == Packing.JPEG || this == JPEG_LS_NEAR || this == JPEG_2000;
  }

  /// The refusal of a file that is packed so.
  ///
  /// @param uid its number for it
  static BadData refusal(String uid) {
    TransferSyntax one = of(uid);
    return BadData.unsupported(
        Unsupported.DICOM_OF_SYNTAX, one == OTHER ? uid : one.words + ", " + uid);
  }
}
