package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Gifs;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.ui.Language;
import org.mixoscope.clip.ClipDepth;
import org.mixoscope.clip.ClipMix;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.mixoscope.recipe.code.CodeTarget;

/// What is copied from the window makes the bytes of the window: as a command line, as Java.
@BesideWindows
class SameBytesTest {
  private static final Frame FRAME = new Frame(30, 40);

  @TempDir Path folder;
  private List<Source> sources = List.of();
  private String mask = "";
  private String marks = "";

  @BeforeEach
  void writePictures() throws IOException {
    List<Source> written = new ArrayList<>();
    for (String name : List.of("cat", "a cup", "it's $5", "dog")) {
      int seed = written.size();
      Path file = folder.resolve(name + ".png");
      written.add(new Source(Photo.noise(40 - seed, 30 + seed, seed).write(file), name));
    }
    sources = List.copyOf(written);
    marks =
        Files.writeString(
                folder.resolve("marks.txt"),
                "0 0.4 0.4 0.5 0.5\n1 0.7 0.6 0.4 0.7\n2 0.2 0.8 0.3 0.2\n")
            .toString();
    mask = Photo.grey(9, 9, (x, y) -> 3 * x * y).write(folder.resolve("mask.png"));
  }

  private List<Recipe> everyMethod() {
    List<Recipe> recipes = new ArrayList<>();
    for (MethodType type : MethodType.all()) {
      List<Source> mixed =
          sources.subList(0, Math.max(2, type.mixed(sources.size()))).stream()
              .map(source -> type.uses(Trait.MARKS) ? source.withAnnotation(marks) : source)
              .toList();
      Recipe first =
          Recipe.of(type.initial(), 7, mixed).withMask(type.uses(Trait.MASK) ? mask : null);
      recipes.add(first);
      recipes.add(first.drawn(3));
      recipes.add(first.retuned(type.make(other(type))).with(new Frame(21, 33), Fit.STRETCH));
      recipes.add(byHand(first.drawn(1), type));
      if (type.uses(Trait.BLENDS)) {
        recipes.add(first.with(Blending.LINEAR_LIGHT).withSmoothing(0.1));
      }
      if (type.uses(Trait.BOX)) {
        recipes.add(first.with(first.draw().within(Region.of(new Box(-3, -4, 17, 13), FRAME))));
      }
    }
    return recipes;
  }

  private static Recipe byHand(Recipe recipe, MethodType type) {
    Recipe moved =
        type.uses(Trait.POSITION) ? recipe.with(recipe.draw().at(0.123456789, 0.75)) : recipe;
    return type.uses(Trait.LAMBDA) ? moved.with(moved.draw().withLambda(0.3)) : moved;
  }

  /// Every parameter at another value than its initial one.
  private static Settings other(MethodType type) {
    Settings settings = Settings.INITIAL;
    for (Parameter<?> parameter : type.parameters()) {
      settings = settings.withText(parameter, otherText(parameter));
    }
    return settings;
  }

  private static String otherText(Parameter<?> parameter) {
    return switch (parameter) {
      case Parameter.Real real -> Double.toString(real.initial() * 1.1);
      case Parameter.Whole whole -> Integer.toString(whole.initial() + 1);
      case Parameter.Flag flag -> Boolean.toString(!flag.initial());
      case Parameter.Choice<?> choice -> choice.values().getLast().id();
    };
  }

  @Test
  void theCommandLineOfEveryMethodMakesTheSameBytes() throws Exception {
    for (Recipe recipe : everyMethod()) {
      String command = command(recipe);
      assertFalse(command.contains("--recipe"), command);
      assertMakes(recipe, command);
    }
  }

  @Test
  void whatAnotherMethodLeftBehindIsLeftOut() throws Exception {
    Recipe recipe =
        Recipe.of(new Mixup(0.4), 3, sources)
            .withMask(mask)
            .with(Recipe.of(new Mixup(0.4), 3, sources).draw().at(0.9, 0.1));
    String command = command(recipe);

    assertFalse(command.contains("mask") || command.contains("--at"), command);
    assertFalse(command.contains("dog"), command);
    assertMakes(recipe, command);
  }

  @Test
  void whatOptionsCannotSayGoesAsARecipe() throws Exception {
    Recipe plain = Recipe.of(new CutMix(1), 3, sources.subList(0, 2));
    Recipe comma = plain.with(0, plain.sources().getFirst().withClassName("cat, black"));
    Recipe between = plain.with(plain.draw().within(new Region(0.111, 0.1, 0.5, 0.5)));

    for (Recipe recipe : List.of(comma, between)) {
      assertTrue(command(recipe).startsWith("mixoscope mix --recipe mixoscope:"), command(recipe));
      assertMakes(recipe, command(recipe));
    }
  }

  @Test
  void classNamesAndFileNamesOfAnyKindArrive() throws Exception {
    Recipe recipe = Recipe.of(new CutMix(1), 3, sources.subList(0, 3).reversed().subList(0, 2));
    Recipe named =
        recipe
            .with(0, recipe.sources().getFirst().withClassName("-`x` \\ \"y\" 猫"))
            .with(1, recipe.sources().getLast().withClassName("50 %"));

    assertMakes(recipe, command(recipe));
    assertMakes(named, command(named));
  }

  @Test
  void everyConventionOfEveryProfile() throws Exception {
    for (Profile profile : Profile.all()) {
      for (Convention convention : profile.conventions()) {
        Recipe recipe =
            Recipe.of(new CutMix(1), 5, sources.subList(0, 2))
                .as(convention, profile.smoothing(), FRAME);
        String command = command(recipe);
        assertFalse(command.contains("--recipe"), command);
        assertMakes(recipe, command);
      }
    }
    Profile keras = Profile.of("keras-3");
    Recipe tuned =
        Recipe.of(new CutMix(1), 5, sources.subList(0, 2))
            .as(keras.convention("cutmix").withAlpha(0.3), 0, FRAME);
    assertTrue(command(tuned).contains("--profile keras-3 --method cutmix --alpha 0.3"));
    assertMakes(tuned, command(tuned));
  }

  @Test
  void theJavaProgramOfEveryMethodMakesTheSameBytes() throws Exception {
    List<Recipe> recipes = new ArrayList<>(everyMethod());
    recipes.add(
        Recipe.of(new CutMix(1), Long.MIN_VALUE, sources.subList(1, 3))
            .with(0, sources.get(2).withClassName("\\u0041 \"q\" \t猫\n")));
    recipes.add(recipes.getFirst().with(null, Fit.CONTAIN));
    List<Path> programs = new ArrayList<>();
    for (int i = 0; i < recipes.size(); i++) {
      String code = CodeTarget.JAVA.write(recipes.get(i), FRAME).orElseThrow();
      Path file = folder.resolve("Program%d.java".formatted(i));
      String out = folder.resolve("java%d.png".formatted(i)).toString();
      programs.add(Files.writeString(file, code.replace("mixed.png", out)));
    }
    try (URLClassLoader loader = compiled(programs)) {
      for (int i = 0; i < recipes.size(); i++) {
        run(loader.loadClass("Program" + i));
        assertSame(recipes.get(i), folder.resolve("java%d.png".formatted(i)), "Program" + i);
      }
    }
  }

  private URLClassLoader compiled(List<Path> programs) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    List<String> options =
        List.of(
            "-Xlint:all",
            "-Werror",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    var messages = new java.io.StringWriter();
    assertTrue(
        compiler
            .getTask(
                messages, files, null, options, null, files.getJavaFileObjectsFromPaths(programs))
            .call(),
        messages::toString);
    return new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  @Test
  void codeOfClipsMakesTheSameFrames() throws Exception {
    List<Source> clips =
        List.of(Gifs.write(folder, "walk", 1, 4, FRAME), Gifs.write(folder, "run", 2, 3, FRAME));
    List<Recipe> recipes = new ArrayList<>();
    for (CourseType type : CourseType.values()) {
      var method =
          switch (type) {
            case FADE -> new Mixup(1);
            case FIELD -> new FMix(1, 3, 0, FMixField.ISOTROPIC);
            default -> new CutMix(1);
          };
      Recipe plain = Recipe.of(method, 7, clips);
      recipes.add(plain.along(type));
      recipes.add(plain.seeded(8).along(type).with(plain.along(type).along()));
    }
    List<Path> programs = new ArrayList<>();
    for (int i = 0; i < recipes.size(); i++) {
      Path out = folder.resolve("clip" + i);
      String command = command(recipes.get(i));
      assertFalse(command.contains("--recipe"), command);
      Run.of(words(command.replace("mixed/", out + "/")).toArray(String[]::new)).good();
      assertFrames(recipes.get(i), out, command);
      String code = CodeTarget.JAVA.write(recipes.get(i), FRAME).orElseThrow();
      Path file = folder.resolve("Program%d.java".formatted(i));
      programs.add(Files.writeString(file, code.replace("\"mixed\"", "\"" + out + "java\"")));
    }
    String torch = CodeTarget.TORCHVISION.write(recipes.getFirst(), FRAME).orElseThrow();
    assertTrue(torch.contains("Clips: torchvision is given pictures here"), torch);
    try (URLClassLoader loader = compiled(programs)) {
      for (int i = 0; i < recipes.size(); i++) {
        run(loader.loadClass("Program" + i));
        assertFrames(recipes.get(i), folder.resolve("clip%djava".formatted(i)), "Program" + i);
      }
    }
  }

  private static void assertFrames(Recipe recipe, Path frames, String message) throws Exception {
    ClipReader reader =
        new ClipReader(new SourceReader(new PictureReader()), ClipReader.USUAL_RATE);
    List<byte[]> expected = new ArrayList<>();
    try (ClipMix mix = ClipMix.open(recipe, reader, ClipDepth.OF_RECIPE, null, 1)) {
      var _ = mix.mix(mixed -> expected.add(bytes(mixed)));
    }
    List<Path> written;
    try (Stream<Path> files = Files.list(frames)) {
      written = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    assertEquals(expected.size(), written.size(), message);
    for (int t = 0; t < expected.size(); t++) {
      Pixels read = new PictureReader().read(written.get(t)).pixels();
      assertArrayEquals(expected.get(t), bytes(read), message + " " + t);
    }
  }

  private static void run(Class<?> program) throws ReflectiveOperationException {
    var constructor = program.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method main = program.getDeclaredMethod("main");
    main.setAccessible(true);
    main.invoke(constructor.newInstance());
  }

  @Test
  void theCommandLineOfAFigureWritesTheSameFile() throws Exception {
    Recipe plain = Recipe.of(new CutMix(1), 3, sources.subList(0, 2));
    Recipe byHand = plain.with(new Mixup(0.4)).with(plain.draw().withLambda(0.3).at(0.9, 0.1));
    FigureSettings usual = FigureSettings.USUAL;
    assertWrites(usual.request(plain, null, Language.ENGLISH));
    assertWrites(
        usual
            .with(Template.COLUMN)
            .with(Panel.BETA, true)
            .titled(true, "-x \"y\" $5")
            .scaled(1)
            .request(byHand, null, Language.CHINESE));
    assertWrites(
        usual
            .with(FigureFormat.GIF)
            .scaled(2)
            .moving(Sweep.Over.DRAWS, 2)
            .request(plain, null, Language.ENGLISH));
    List<Source> samples = List.of(Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
    List<Source> marked =
        samples.stream().map(source -> source.withAnnotation(Sample.OBJECTS)).toList();
    assertWrites(
        usual.request(plain.withSources(marked).with(FRAME, Fit.COVER), null, Language.ENGLISH));
    Axes axes = Axes.parse("method=mixup,mask", "lambda=0:1:3");
    assertWrites(
        usual.with(FigureFormat.SVG).request(plain.withMask(mask), axes, Language.CHINESE));
    assertWrites(usual.with(FigureFormat.PDF).request(byHand, axes, Language.ENGLISH));
  }

  private void assertWrites(FigureRequest request) throws Exception {
    SourceReader.Marked inputs = new SourceReader(new PictureReader()).readMarked(request.recipe());
    String name = "figure" + request.format().extension();
    Path out = folder.resolve("again" + request.format().extension());
    String command = request.commandLine(FRAME);
    Run.of(
            words(command).stream()
                .map(word -> word.equals(name) ? out.toString() : word)
                .toArray(String[]::new))
        .good();
    FigureRequest leaving = request.with(Departure.of(request.recipe(), folder));
    assertArrayEquals(leaving.bytes(inputs, (done, of) -> true), Files.readAllBytes(out), command);
  }

  @Test
  void theCommandPrintsCode() {
    String a = sources.getFirst().location();
    String b = sources.get(1).location();

    String cli = Run.of("code", a, b, "--for", "cli", "--lambda", "0.3").good().out();
    assertTrue(cli.startsWith("mixoscope mix " + a), cli);
    assertTrue(cli.contains("--lambda 0.3"), cli);
    String timm = Run.of("code", a, b, "--for", "timm", "--smoothing", "0.1").good().out();
    assertTrue(timm.contains("label_smoothing=0.1"), timm);
    Run.of("code", a, b, "--for", "torchvision", "--method", "ricap")
        .bad(1, "mixoscope code: torchvision has no ricap");
  }

  @Test
  void aLaterDrawOfTheSeed() throws Exception {
    String a = sources.getFirst().location();
    String b = sources.get(1).location();
    Run later = Run.of("mix", a, b, "-o", folder.resolve("o.png") + "", "--draw", "3", "--json");

    assertEquals(3, later.good().json().at("/recipe/index").intValue());
    Run.of("mix", a, b, "-o", folder.resolve("o.png") + "", "--draw", "3", "--profile", "fastai")
        .bad(
            2,
            "mixoscope mix: --draw: not with --profile, of which the first draw is taken"
                + " (see mixoscope mix --help)");
  }

  private static String command(Recipe recipe) {
    return CodeTarget.CLI.write(recipe, FRAME).orElseThrow();
  }

  /// Runs the command as a shell reads it.
  private void assertMakes(Recipe recipe, String command) throws Exception {
    Path out = folder.resolve("again.png");
    String[] words = words(command.replace("mixed.png", "MIXED")).toArray(String[]::new);
    IntStream.range(0, words.length)
        .filter(i -> words[i].equals("MIXED"))
        .forEach(i -> words[i] = out.toString());
    Run run = Run.of(words);
    assertEquals("", run.err(), command);
    run.good();
    assertSame(recipe, out, command);
    String label = run.out().substring(run.out().indexOf("label"), run.out().lastIndexOf("\nfile"));
    for (String name : recipe.classes()) {
      assertTrue(label.contains(name), label);
    }
  }

  private static List<String> words(String command) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", "mixoscope() { printf '%s\\0' \"$@\"; }; " + command)
            .redirectErrorStream(true)
            .start();
    String all = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), all);
    return List.of(all.split("\0"));
  }

  private static void assertSame(Recipe recipe, Path file, String message) throws Exception {
    Inputs inputs = new SourceReader(new PictureReader()).read(recipe);
    Mix mix = recipe.mix(inputs);
    Pixels expected = mix.outcome().mix(recipe.blending(), inputs.sources());
    Pixels actual = new PictureReader().read(file.toString()).pixels();
    assertArrayEquals(bytes(expected), bytes(actual), message);
  }

  private static byte[] bytes(Pixels pixels) {
    return pixels.memory().asSlice(0, pixels.byteSize()).toArray(ValueLayout.JAVA_BYTE);
  }
}
