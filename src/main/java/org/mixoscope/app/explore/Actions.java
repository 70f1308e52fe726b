package org.mixoscope.app.explore;

import java.util.EnumMap;
import java.util.Map;

/// What every command does.
final class Actions {
  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);

  void put(Command command, Runnable action) {
    actions.put(command, action);
  }

  /// Runs a command. One that nobody has bound is a defect.
  void run(Command command) {
    Runnable action = actions.get(command);
    if (action == null) {
      throw new IllegalStateException(command + " does nothing");
    }
    action.run();
  }
}
