package org.mixoscope.app.batch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TypedReason;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.kernel.RefusedException;

/// Where a path is typed. Nothing at all is a choice, too; what can be no path is marked.
final class PathField {
  private final ValueField field;

  /// @param key of its name; the prompt is its `.none`, the id has dashes for dots
  PathField(Messages messages, String key, Consumer<@Nullable Path> take) {
    field = new ValueField(key.replace('.', '-'), messages, typed -> take.accept(path(typed)));
    field.promptTextProperty().bind(messages.bind(key + ".none"));
    Explained.by(field, messages, key);
  }

  ValueField node() {
    return field;
  }

  void show(@Nullable Path path) {
    field.show(path == null ? "" : path.toString());
  }

  private static @Nullable Path path(String typed) {
    try {
      return typed.isEmpty() ? null : Path.of(typed);
    } catch (InvalidPathException e) {
      throw new RefusedException(TypedReason.NO_PATH.of(typed));
    }
  }
}
