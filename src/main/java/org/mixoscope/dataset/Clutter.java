package org.mixoscope.dataset;

import java.util.Locale;
import java.util.Set;
import org.mixoscope.kernel.Objection;

/// What operating systems and programs leave in folders and archives, and what is hidden.
public final class Clutter {
  /// In lower case: of a NAS, of Windows, of macOS, of Linux.
  private static final Set<String> OF_SYSTEMS =
      Set.of(
          "@eadir",
          "@tmp",
          "#recycle",
          "#snapshot",
          "@recycle",
          "@recently-snapshot",
          "$recycle.bin",
          "recycler",
          "system volume information",
          "thumbs.db",
          "ehthumbs.db",
          "desktop.ini",
          "__macosx",
          "icon\r",
          "network trash folder",
          "temporary items",
          "lost+found",
          "__pycache__");

  private Clutter() {}

  /// Whether a file, folder or member of an archive is none of the user's.
  ///
  /// @param name without its folder
  public static boolean isOne(String name) {
    return name.startsWith(".") || isOfSystem(name);
  }

  /// Why it is left out.
  public static Objection why(String name) {
    return isOfSystem(name) ? LeftOutReason.SYSTEM.of(name) : LeftOutReason.HIDDEN.of();
  }

  private static boolean isOfSystem(String name) {
    return OF_SYSTEMS.contains(name.toLowerCase(Locale.ROOT));
  }
}
