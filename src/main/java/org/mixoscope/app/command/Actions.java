package org.mixoscope.app.command;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// What commands do.
public final class Actions {
  private final Map<Command, Action> actions = new EnumMap<>(Command.class);
  private final Map<Command, Runnable> releases = new EnumMap<>(Command.class);
  private final Map<Command, String> names = new EnumMap<>(Command.class);
  private final Set<Command> passing = EnumSet.noneOf(Command.class);
  private final ObservableValue<Boolean> always = new SimpleBooleanProperty(true);

  private record Action(Runnable run, ObservableValue<Boolean> possible) {}

  /// No actions yet.
  public Actions() {}

  /// Binds a command, in place of what it did before.
  public void put(Command command, Runnable action) {
    put(command, action, always);
  }

  /// Binds a command that does nothing at times.
  ///
  /// @param possible whether it does anything now; buttons follow it
  public void put(Command command, Runnable action, ObservableValue<Boolean> possible) {
    actions.put(command, new Action(action, possible));
  }

  /// Binds a command that is there at times; at others its keys may mean something else.
  ///
  /// @param there whether it is bound now
  public void putWhile(Command command, Runnable action, ObservableValue<Boolean> there) {
    put(command, action, there);
    passing.add(command);
  }

  /// Binds a command that lasts as long as its key is held.
  ///
  /// @param release what happens when the key is let go, even if it was not pressed
  public void putHeld(Command command, Runnable press, Runnable release) {
    put(command, press);
    releases.put(command, release);
  }

  /// Gives a command another name in menus, since it does something else than elsewhere.
  ///
  /// @param key of the name
  public void name(Command command, String key) {
    names.put(command, key);
  }

  /// The key of what a command is called.
  public String key(Command command) {
    return names.getOrDefault(command, command.key());
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

  /// Whether the command is bound.
  public boolean has(Command command) {
    return actions.containsKey(command)
        && (!passing.contains(command) || possible(command).getValue());
  }

  /// Whether a bound command does anything now.
  public ObservableValue<Boolean> possible(Command command) {
    return action(command).possible();
  }

  /// Runs a command. One that nobody has bound is a defect.
  public void run(Command command) {
    action(command).run().run();
  }

  private Action action(Command command) {
    Action action = actions.get(command);
    if (action == null) {
      throw new IllegalStateException(command + " does nothing");
    }
    return action;
  }
}
