package org.mixoscope.app.command;

import java.util.EnumMap;
import java.util.Map;

/// What commands do.
public final class Actions {
  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
  private final Map<Command, Runnable> releases = new EnumMap<>(Command.class);

  /// No actions yet.
  public Actions() {}

  /// Binds a command, in place of what it did before.
  public void put(Command command, Runnable action) {
    actions.put(command, action);
  }

  /// Binds a command that lasts as long as its key is held.
  ///
  /// @param release what happens when the key is let go, even if it was not pressed
  public void putHeld(Command command, Runnable press, Runnable release) {
    put(command, press);
    releases.put(command, release);
  }

  /// The key of a command was let go.
  public void release(Command command) {
    Runnable release = releases.get(command);
    if (release != null) {
      release.run();
    }
  }

  /// The keys are somebody else's from now on.
  public void releaseAll() {
    releases.values().forEach(Runnable::run);
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
