import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What Java learns of the program, so that it need not at each start. */
final class StartUpCache {
  /**
   * What Java compiled with all effort while it learned, it compiles so at each start. Loops should
   * be; what is called a few thousand times would only hold up the window.
   */
  private static final String RARELY =
      " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
          + " -XX:Tier4CompileThreshold=150000";

  private static final int PICTURES = 40;

  private final Path program;
  private final Path lib;
  private final Path trace;

  private StartUpCache(Path program, Path lib, Path trace) {
    this.program = program;
    this.lib = lib;
    this.trace = trace;
  }

  /** Makes the caches that the launcher gives Java: one for the window, one for commands. */
  static void make(Path program, Path lib, Path trace) throws Exception {
    StartUpCache cache = new StartUpCache(program, lib, trace);
    cache.learnWindow();
    cache.learnCommands();
  }

  /**
   * Halves the time to the first window: what Java learns while a window opens without a display.
   * What a first one left is what the second finds, as it is for users.
   */
  private void learnWindow() throws Exception {
    String window = "-Dglass.platform=Headless -Dprism.order=sw -Dmixoscope.rehearsal=";
    // Relative, since options are parted at spaces.
    String rehearsal = window + lib.toAbsolutePath().relativize(trace.toAbsolutePath());
    run(rehearsal, "explore");
    run(rehearsal + " -XX:AOTCacheOutput=mixoscope.aot" + RARELY, "explore");
  }

  /**
   * Takes half a second from a command: what Java learns while samples stream, and while other
   * commands do the least that they can.
   */
  private void learnCommands() throws Exception {
    Path work = trace.toAbsolutePath().resolveSibling(trace.getFileName() + "-commands");
    String pictures = pictures(work.resolve("pictures")).toString();
    Path made = Files.createTempDirectory(work, "made");
    String a = pictures + "/class0/0.jpg";
    String b = pictures + "/class1/1.jpg";
    // The options end with what runs in place of the program.
    run(
        "-XX:AOTCacheOutput=commands.aot org.mixoscope.cli.Rehearsal",
        Stream.of(
                List.of("stream", pictures, "--size", "224x224", "--epochs", "10"),
                List.of("batch", pictures, made + "/out", "--size", "224x224"),
                List.of("inspect", pictures),
                List.of("mix", a, b, "-o", made + "/mixed.png"),
                List.of("mix", a, b, "-o", made + "/mixed.jpg", "--json"),
                List.of("code", a, b, "--for", "torchvision"),
                List.of("stats", "--method", "cutmix", "--size", "224x224"),
                List.of("profiles"),
                List.of("--version"),
                List.of("--help"))
            .reduce(
                (one, next) -> Stream.of(one, List.of("then"), next).flatMap(List::stream).toList())
            .orElseThrow()
            .toArray(String[]::new));
  }

  private void run(String options, String... arguments) throws Exception {
    File log = new File(trace + ".log");
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder run =
        new ProcessBuilder(line)
            .directory(lib.toFile())
            .redirectError(log)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // Asked for before any is opened, and none is.
    run.environment().put("DISPLAY", "none");
    run.environment().put("MIXOSCOPE_OPTS", options);
    Process process = run.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      System.err.println("The start-up cache could not be made, see " + log);
      System.exit(1);
    }
  }

  /** A folder with pictures of two classes, as large as photographs of data sets. */
  private static Path pictures(Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < PICTURES; i++) {
      BufferedImage image = new BufferedImage(500, 375, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          image.setRGB(x, y, (x * (i + 1) / 4 & 0xFF) << 16 | y / 2 << 8 | random.nextInt(32));
        }
      }
      Path named = Files.createDirectories(folder.resolve("class" + i % 2));
      ImageIO.write(image, "jpeg", named.resolve(i + ".jpg").toFile());
    }
    return folder;
  }
}
