package org.mixoscope.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;

/// What the contents of a file are known by, wherever it lies and whatever it is called.
///
/// @param bytes how many there are, at least 0
/// @param sha256 the first 32 hexadecimal digits of their SHA-256, in lower case: enough to tell
///   any two files apart, and half as long to send
public record Fingerprint(long bytes, String sha256) {
  private static final int DIGITS = 32;
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

  /// @throws IllegalArgumentException if the length is negative or the digits are others
  public Fingerprint {
    if (bytes < 0) {
      throw new RefusedException(KernelReason.TOO_SMALL.of("bytes", bytes, 0));
    }
    if (!HEXADECIMAL.matcher(sha256).matches()) {
      throw new RefusedException(RecipeReason.NO_SHA_256.of(sha256, DIGITS));
    }
  }

  /// That of all that a stream holds.
  public static Fingerprint of(InputStream stream) throws IOException {
    try (DigestInputStream digested = new DigestInputStream(stream, digest())) {
      long bytes = digested.transferTo(OutputStream.nullOutputStream());
      String digits = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      return new Fingerprint(bytes, digits.substring(0, DIGITS));
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
