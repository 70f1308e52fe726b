package org.mixoscope.app.ui;

import java.io.File;
import java.util.Locale;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/// Makes the dialogs of the operating system: each has a title, as GTK gives them none, and begins
/// where the last one ended.
final class Choosers {
  /// What is asked for.
  enum Asked {
    PICTURE,
    MARKS,
    PICTURES,
    FOLDER,
    DATA_SET,
    RECIPE,
    TEXT,
    CLASSIFIER,
    CLASS_NAMES,
    SAVE_PICTURE,
    SAVE_CLIP,
    SAVE_FIGURE,
    SAVE_RECIPE,
    SAVE_TABLE,
    SAVE_FILE
  }

  private final Messages messages;
  private @Nullable File folder;

  Choosers(Messages messages) {
    this.messages = messages;
  }

  /// Asks for a file.
  FileChooser file(Asked what, ExtensionFilter... filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title(what));
    chooser.getExtensionFilters().addAll(filters);
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  /// Asks for a folder, as [#file] does for a file.
  DirectoryChooser folder(Asked what) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title(what));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  /// The next one begins in a folder.
  void begin(@Nullable File in) {
    folder = in;
  }

  private String title(Asked what) {
    return messages.get("files.ask." + what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
