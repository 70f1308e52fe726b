package org.mixoscope.app.command;

import java.util.EnumMap;
import java.util.Map;

/// What commands do.
public final class Actions {
  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);

  /// No actions yet.
  public Actions() {}

  /// Binds a command, in place of what it did before.
  public void put(Command command, Runnable action) {
    actions.put(command, action);
  }

  /// Whether the command does anything.
  public boolean has(Command command) {
    return actions.containsKey(command);
  }

  /// Runs a command. One that nobody has bound is a defect.
  public void run(Command command) {
    Runnable action = actions.get(command);
    if (action == null) {
      throw new IllegalStateException(command + " does nothing");
    }
    action.run();
  }
}
