package org.mixoscope.app.batch;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Refusal;
import org.mixoscope.app.ui.TypedReason;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.Recipe;

/// The size of all samples: one of the usual ones, or typed as `320×240`; empty for that of each
/// sample's own picture.
final class SizeField extends ComboBox<String> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s*[x×*, ]\\s*(\\d{1,5})");
  private static final List<Integer> SIDES = List.of(32, 64, 96, 128, 224, 256, 384, 512);

  private final Messages messages;
  private final Consumer<@Nullable Frame> choose;
  private @Nullable Frame size;
  private boolean showing;

  SizeField(Messages messages, Consumer<@Nullable Frame> choose) {
    this.messages = messages;
    this.choose = choose;
    setId("batch-size");
    getStyleClass().add("picker");
    setEditable(true);
    setOnAction(e -> chosen());
    messages.languageProperty().subscribe(() -> show(size));
  }

  void show(@Nullable Frame now) {
    size = now;
    showing = true;
    getItems()
        .setAll(Stream.concat(Stream.of(own()), SIDES.stream().map(SizeField::square)).toList());
    setValue(text(now));
    showing = false;
  }

  private static String square(int side) {
    return new Frame(side, side).toString();
  }

  private String own() {
    return messages.get("batch.size.own");
  }

  private String text(@Nullable Frame frame) {
    return frame == null ? own() : frame.toString();
  }

  private void chosen() {
    String typed = getValue() == null ? "" : getValue().strip();
    if (showing || typed.equals(text(size))) {
      return;
    }
    try {
      choose.accept(typed.isEmpty() || typed.equals(own()) ? null : size(typed));
      show(size);
    } catch (RefusedException refused) {
      show(size);
      new Refusal(this, messages).say(refused);
    }
  }

  private static Frame size(String typed) {
    Matcher matcher = SIZE.matcher(typed);
    if (!matcher.matches()) {
      throw new RefusedException(TypedReason.NO_SIZE.of(typed));
    }
    int width = Integer.parseInt(matcher.group(1));
    int height = Integer.parseInt(matcher.group(2));
    long pixels = (long) width * height;
    if (pixels == 0 || pixels > Recipe.MAX_FRAME_PIXELS) {
      throw new RefusedException(TypedReason.SIZE_TOO_LARGE.of(typed, Recipe.MAX_FRAME_PIXELS));
    }
    return new Frame(height, width);
  }
}
