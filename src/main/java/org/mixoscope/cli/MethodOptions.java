package org.mixoscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/// How to mix: the method and its hyperparameters. There is an option for every parameter that a
/// method says it has.
final class MethodOptions {
  private static final String ALPHA = "alpha";

  /// The method where none is named.
  private String usual = "cutmix";

  private final OptionSpec name =
      OptionSpec.builder("--method")
          .paramLabel("NAME")
          .type(MethodType.class)
          .converters(new MethodChoice())
          .descriptionKey(MethodHelp.METHOD)
          .build();

  private final OptionSpec mask =
      OptionSpec.builder("--mask")
          .paramLabel("FILE")
          .type(String.class)
          .description(
              "A picture to mix by, or sample:mask: white keeps A, black shows B, grey blends.")
          .build();

  private final OptionSpec blending =
      OptionSpec.builder("--blending")
          .paramLabel("LIGHT")
          .type(Blending.class)
          .converters(new BlendingChoice())
          .description(
              "srgb blends the stored values as every trainer does, linear-light blends light."
                  + " The default is srgb.")
          .build();

  /// One for each name of a parameter.
  private final Map<String, OptionSpec> parameters =
      MethodType.all().stream()
          .flatMap(type -> type.parameters().stream())
          .map(Parameter::id)
          .distinct()
          .collect(Collectors.toMap(id -> id, MethodHelp::option, (a, b) -> a, LinkedHashMap::new));

  /// Another method where none is named.
  void usual(String method) {
    usual = method;
  }

  /// What understands the command that has these options.
  CommandLine line(Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().addArgGroup(group());
    line.setResourceBundle(MethodHelp.descriptions());
    return line;
  }

  /// The options, for a command to take in.
  ArgGroupSpec group() {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .exclusive(false)
            .validate(false)
            .multiplicity("0..1")
            .order(1)
            .heading("%nHow to mix:%n")
            .addArg(name);
    parameters.values().forEach(group::addArg);
    return group.addArg(mask).addArg(blending).build();
  }

  /// The method; options of another one are refused, so that nobody believes they had an effect.
  Method method() {
    MethodType type = type();
    requireUse(type, "--mask", mask.getValue(), t -> t.uses(Trait.MASK));
    Settings settings = Settings.INITIAL;
    for (Map.Entry<String, OptionSpec> entry : parameters.entrySet()) {
      Object value = entry.getValue().getValue();
      Parameter<?> parameter = type.parameter(entry.getKey());
      if (parameter == null) {
        requireUse(type, "--" + entry.getKey(), value, t -> t.parameter(entry.getKey()) != null);
      } else if (value != null) {
        settings = set(settings, parameter, value.toString());
      }
    }
    try {
      return type.make(settings);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
    }
  }

  /// The method as a framework does it. Only α may be another.
  ///
  /// @param sides the range of the sides of the box, or null
  Convention convention(Profile profile, @Nullable MinMax sides) {
    Convention convention = named(profile, sides);
    String alpha = null;
    for (Map.Entry<String, OptionSpec> entry : parameters.entrySet()) {
      Object value = entry.getValue().getValue();
      if (entry.getKey().equals(ALPHA)) {
        alpha = (String) value;
      } else if (value != null) {
        throw Refusal.usage("--%s: not with --profile, which settles it".formatted(entry.getKey()));
      }
    }
    if (alpha == null) {
      return convention;
    }
    if (!convention.law().hasAlpha()) {
      throw Refusal.usage(
          "--alpha: λ of %s is not drawn by any α in %s".formatted(convention.id(), profile.id()));
    }
    MethodType type = convention.method().type();
    Parameter<?> parameter = Objects.requireNonNull(type.parameter(ALPHA));
    set(Settings.INITIAL, parameter, alpha); // which refuses what is no α
    return convention.withAlpha(Double.parseDouble(alpha.strip()));
  }

  private Convention named(Profile profile, @Nullable MinMax sides) {
    if (mask.getValue() != null) {
      throw Refusal.usage("--mask: not with --profile, no framework mixes by one");
    }
    MethodType chosen = Objects.requireNonNullElse(name.getValue(), MethodType.of(usual));
    List<String> known = profile.conventions().stream().map(Convention::id).toList();
    if (sides != null) {
      if (!chosen.id().startsWith("cutmix")) {
        throw Refusal.usage("--cutmix-minmax: only for --method cutmix");
      }
      if (!known.contains(CutMixMinMax.ID)) {
        throw Refusal.usage("--cutmix-minmax: needs a --profile of timm");
      }
      return profile.convention(CutMixMinMax.ID).withSides(sides.method());
    }
    if (!known.contains(chosen.id())) {
      throw Refusal.usage(
          "--method %s: %s has only %s"
              .formatted(chosen, profile.id(), String.join(" and ", known)));
    }
    return profile.convention(chosen.id());
  }

  /// The location of the mask, null for none.
  @Nullable String mask() {
    String file = mask.getValue();
    return file == null ? null : Sources.location(file);
  }

  /// In which light to blend.
  Blending blending() {
    Blending chosen = blending.getValue();
    return Objects.requireNonNullElse(chosen, Blending.SRGB);
  }

  private MethodType type() {
    MethodType chosen = name.getValue();
    if (chosen != null && chosen.uses(Trait.MASK) && mask.getValue() == null) {
      throw Refusal.usage("--method %s: needs a --mask FILE".formatted(chosen));
    }
    return Objects.requireNonNullElse(
        chosen, MethodType.of(mask.getValue() == null ? usual : "mask"));
  }

  private static Settings set(Settings settings, Parameter<?> parameter, String text) {
    try {
      return settings.withText(parameter, text);
    } catch (IllegalArgumentException e) {
      // The text as it was typed, not as it was understood.
      String message = Objects.toString(e.getMessage());
      throw Refusal.usage(
          "--%s = %s%s".formatted(parameter.id(), text, message.substring(message.indexOf(": "))));
    }
  }

  /// @param type the method that was chosen
  /// @param right whether a method has a use for the option
  static void requireUse(
      MethodType type, String option, @Nullable Object value, Predicate<MethodType> right) {
    if (value != null && !right.test(type)) {
      List<String> methods = MethodType.all().stream().filter(right).map(MethodType::id).toList();
      throw Refusal.usage("%s: only for --method %s".formatted(option, Choice.or(methods)));
    }
  }

  private static final class MethodChoice extends Choice<MethodType> {
    MethodChoice() {
      super(MethodType.all().toArray(new MethodType[0]), MethodType::id);
    }
  }

  private static final class BlendingChoice extends Choice<Blending> {
    BlendingChoice() {
      super(Blending.values(), Blending::id);
    }
  }
}
