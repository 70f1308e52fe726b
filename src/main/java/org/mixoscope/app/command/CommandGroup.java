package org.mixoscope.app.command;

import java.util.Arrays;
import java.util.List;

/// What commands are about, in the order of the sheet of keys.
public enum CommandGroup {
  WINDOW,
  PRESENTER,
  MIX,
  OPEN,
  LOOK,
  KEEP,
  OUT,
  MOVE,
  COMPARE,
  BATCH,
  TRAIN;

  /// The commands of the group, in their order.
  public List<Command> commands() {
    return Arrays.stream(Command.values()).filter(command -> of(command) == this).toList();
  }

  /// Its name in the message bundles.
  public String key() {
    return "keys." + name();
  }

  private static CommandGroup of(Command command) {
    return switch (command) {
      case EXPLORE,
          COMPARE,
          TUNE,
          AUDIT,
          BATCH,
          TRAIN,
          TEXT,
          NEW_WINDOW,
          PALETTE,
          THEME,
          LANGUAGE,
          LEARN,
          LESSON_NEXT,
          LESSON_BACK,
          GLOSSARY,
          ABOUT,
          KEYS ->
          WINDOW;
      case PRESENT, PRESENT_SOURCES, TYPE_LARGER, TYPE_SMALLER -> PRESENTER;
      case RESAMPLE,
          NEW_SEED,
          MIXUP,
          CUTMIX,
          MASK,
          NEXT_METHOD,
          PREVIOUS_METHOD,
          ADD_SOURCE,
          REMOVE_SOURCE,
          SWAP,
          LAMBDA_LESS,
          LAMBDA_MORE,
          LAMBDA_MUCH_LESS,
          LAMBDA_MUCH_MORE ->
          MIX;
      case OPEN_A,
          OPEN_B,
          OPEN_FOLDER,
          NEXT_PAIR,
          PREVIOUS_PAIR,
          RANDOM_PAIR,
          NEXT_A,
          PREVIOUS_A,
          NEXT_B,
          PREVIOUS_B,
          PASTE,
          OPEN_RECIPE,
          OPEN_CLASSIFIER,
          CLOSE_CLASSIFIER ->
          OPEN;
      case VIEW_MIXED,
          VIEW_A,
          VIEW_B,
          VIEW_WEIGHTS,
          PEEK_A,
          PEEK_B,
          SWIPE,
          MARKS,
          WINDOW_LEVEL,
          ZOOM_IN,
          ZOOM_OUT,
          ZOOM_FIT ->
          LOOK;
      case UNDO, REDO, RESET, KEEP, TRAY -> CommandGroup.KEEP;
      case COPY_PICTURE,
          COPY_FIGURE,
          COPY_RECIPE,
          COPY_CLI,
          COPY_JAVA,
          COPY_TORCHVISION,
          COPY_TIMM,
          COPY_KERAS,
          EXPORT,
          SAVE_CLIP,
          FIGURE,
          SAVE_RECIPE ->
          OUT;
      case CLIP_PLAY,
          CLIP_PREVIOUS,
          CLIP_NEXT,
          PLAY,
          SWEEP,
          SLOW_MOTION,
          PREVIOUS_STEP,
          NEXT_STEP ->
          MOVE;
      case CELL_LEFT, CELL_RIGHT, CELL_UP, CELL_DOWN, OPEN_CELL -> CommandGroup.COMPARE;
      case RUN_BATCH, STOP_BATCH -> CommandGroup.BATCH;
      case TRAIN_PLAY, TRAIN_STEP, TRAIN_EPOCH, TRAIN_REWIND -> CommandGroup.TRAIN;
    };
  }
}
