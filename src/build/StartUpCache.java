import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What Java learns of the program, so that it need not at each start. */
final class StartUpCache {
  /**
   * What Java compiled with all effort while it learned, it compiles so at each start. Loops should
   * be; what is called a few thousand times would only hold up the window.
   */
  private static final String RARELY =
      " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
          + " -XX:Tier4CompileThreshold=150000";

  private StartUpCache() {}

  /**
   * Halves the time to the first window: the launcher gives Java what it learned while a window
   * opened without a display. What a first one left is what the second finds, as it is for users.
   */
  static void make(Path program, Path lib, Path trace) throws Exception {
    File log = new File(trace + ".log");
    String window = "-Dglass.platform=Headless -Dprism.order=sw -Dmixoscope.rehearsal=";
    // Relative, since options are parted at spaces.
    String rehearsal = window + lib.toAbsolutePath().relativize(trace.toAbsolutePath());
    for (String options :
        List.of(rehearsal, rehearsal + " -XX:AOTCacheOutput=mixoscope.aot" + RARELY)) {
      ProcessBuilder run =
          new ProcessBuilder(program.toString(), "explore")
              .directory(lib.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log);
      // Asked for before any is opened, and none is.
      run.environment().put("DISPLAY", "none");
      run.environment().put("MIXOSCOPE_OPTS", options);
      Process process = run.start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      if (process.exitValue() != 0) {
        System.err.println("The start-up cache could not be made, see " + log);
        System.exit(1);
      }
    }
  }
}
