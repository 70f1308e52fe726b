package org.mixoscope.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Preset;

/// Everything that the palette offers.
final class Offers {
  /// Commands that choose a method are offered as methods.
  private static final Set<Command> METHODS =
      EnumSet.of(Command.MIXUP, Command.CUTMIX, Command.MASK);

  private static final Set<Command> ELSEWHERE =
      Stream.concat(METHODS.stream(), Stream.of(Command.PALETTE))
          .collect(Collectors.toUnmodifiableSet());

  private final Messages messages;
  private final MixModel model;

  private Offers(Desk desk) {
    messages = desk.messages();
    model = desk.model();
  }

  /// @param can whether a command does anything now
  /// @param run runs a command
  static List<Offer> of(Desk desk, Predicate<Command> can, Consumer<Command> run) {
    Offers offers = new Offers(desk);
    List<Offer> all = new ArrayList<>();
    Stream.of(Command.values())
        .filter(command -> !ELSEWHERE.contains(command) && can.test(command))
        .map(command -> offers.command(command, run))
        .forEach(all::add);
    MethodType.all().stream().map(offers::method).forEach(all::add);
    Preset.ALL.stream().map(offers::preset).forEach(all::add);
    for (int k = 0; k < 2; k++) {
      for (Sample sample : Sample.ALL) {
        all.add(offers.sample(k, sample));
      }
    }
    for (Profile profile : Profile.all()) {
      profile.conventions().stream()
          .map(convention -> offers.profile(profile, convention))
          .forEach(all::add);
    }
    return all;
  }

  private Offer command(Command command, Consumer<Command> run) {
    return offer(
        "command", messages.get(command.key()), command.keysText(), () -> run.accept(command));
  }

  private Offer method(MethodType type) {
    String keys =
        METHODS.stream()
            .filter(command -> command.name().equalsIgnoreCase(type.id()))
            .map(Command::keysText)
            .collect(Collectors.joining());
    return offer("method", messages.get("method." + type.id()), keys, () -> model.choose(type));
  }

  private Offer preset(Preset preset) {
    return offer(
        "preset", messages.get("preset." + preset.id()), "", () -> model.edit(preset::applyTo));
  }

  private Offer sample(int k, Sample sample) {
    String name = messages.get("sample." + sample.name());
    String sets = SourceColour.of(k).letter() + " = " + name;
    return offer("sample", sets, "", () -> model.sources().set(k, sample.source()));
  }

  private Offer profile(Profile profile, Convention convention) {
    String name = profile.id() + " · " + messages.get("method." + convention.id());
    return offer("profile", name, "", () -> follow(profile, convention));
  }

  private void follow(Profile profile, Convention convention) {
    Frame frame = model.frame();
    if (frame != null) {
      model.edit(recipe -> recipe.as(convention, profile.smoothing(), frame));
    }
  }

  private Offer offer(String kind, String name, String keys, Runnable run) {
    return new Offer(messages.get("palette." + kind), name, keys, run);
  }
}
