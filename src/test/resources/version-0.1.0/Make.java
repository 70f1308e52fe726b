import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.mixoscope.app.batch.BatchOptions;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Preset;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// What make.sh needs beyond the command line of Mixoscope 0.1.0, made by its own classes.
public final class Make {
  private static final Path THERE = Path.of("/home/ada/pictures");
  private static final SourceReader READER = new SourceReader(new PictureReader());

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "pictures" -> pictures(Path.of(args[1]), Path.of(args[2]));
      case "presets" -> presets();
      case "recipes" -> recipes(Path.of(args[1]), Path.of(args[2]));
      case "settings" -> settings(Path.of(args[1]));
      case "half" ->
          half(
              args[1],
              args[2],
              Integer.parseInt(args[3]),
              Arrays.copyOfRange(args, 4, args.length));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /// Small pictures of many kinds, and a data set of them.
  private static void pictures(Path folder, Path dataSet) throws Exception {
    ImageIO.write(sample("cat", 40, 30), "png", folder.resolve("cat.png").toFile());
    ImageIO.write(sample("coffee", 48, 36), "jpg", folder.resolve("cup.jpg").toFile());
    ImageIO.write(sample("rocket", 36, 36), "tiff", folder.resolve("shell.tif").toFile());
    webp(sample("galaxies", 32, 32), folder.resolve("sky.webp"));
    ImageIO.write(grey(BufferedImage.TYPE_BYTE_GRAY, 255), "png", file(folder, "grey.png"));
    ImageIO.write(grey(BufferedImage.TYPE_USHORT_GRAY, 65535), "png", file(folder, "deep.png"));
    ImageIO.write(blob(), "png", file(folder, "blob.png"));
    packed(folder);
    String[][] classes = {{"cat", "astronaut"}, {"coffee", "rocket"}, {"galaxies", "retina"}};
    String[] names = {"cat", "cup", "sky"};
    for (int c = 0; c < 3; c++) {
      Path of = Files.createDirectories(dataSet.resolve(names[c]));
      for (int i = 0; i < 3; i++) {
        BufferedImage image = sample(classes[c][i % 2], 20 + 2 * i, 18 + c);
        boolean png = i == 0;
        ImageIO.write(image, png ? "png" : "jpg", file(of, i + (png ? ".png" : ".jpg")));
      }
    }
  }

  private static File file(Path folder, String name) {
    return folder.resolve(name).toFile();
  }

  private static BufferedImage sample(String name, int width, int height) throws IOException {
    Frame frame = new Frame(height, width);
    return image(
        Fitter.fit(READER.read("sample:" + name).pixels(), frame, Fit.COVER), width, height);
  }

  private static BufferedImage image(Pixels pixels, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    byte[] rgb = bytes(pixels);
    for (int i = 0; i < width * height; i++) {
      int value = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
      image.setRGB(i % width, i / width, value);
    }
    return image;
  }

  private static byte[] bytes(Pixels pixels) {
    return pixels
        .memory()
        .asSlice(0, pixels.byteSize())
        .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
  }

  private static BufferedImage grey(int type, int most) {
    BufferedImage image = new BufferedImage(37, 29, type);
    for (int y = 0; y < 29; y++) {
      for (int x = 0; x < 37; x++) {
        image.getRaster().setSample(x, y, 0, (x * 1777 + y * 3331 + x * y * 101) % (most + 1));
      }
    }
    return image;
  }

  /// A soft spot.
  private static BufferedImage blob() {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 20; x++) {
        double distance = Math.hypot(x - 9, y - 7);
        image.getRaster().setSample(x, y, 0, (int) Math.max(0, 255 - 24 * distance));
      }
    }
    return image;
  }

  private static void webp(BufferedImage image, Path file) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    try (BytePointer bytes = new BytePointer(png.toByteArray());
        Mat mat =
            opencv_imgcodecs.imdecode(
                new Mat(1, (int) bytes.limit(), 0, bytes), opencv_imgcodecs.IMREAD_COLOR)) {
      // Above 100 it is lossless.
      opencv_imgcodecs.imwrite(
          file.toString(), mat, new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101));
    }
  }

  /// A tar archive, an IDX file and a CIFAR file.
  private static void packed(Path folder) throws Exception {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(Files.newOutputStream(folder.resolve("shard.tar")))) {
      for (String name : List.of("cat/0", "owl/1")) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(sample(name.startsWith("cat") ? "cat" : "retina", 24, 20), "png", png);
        TarArchiveEntry entry = new TarArchiveEntry(name + ".png");
        entry.setSize(png.size());
        tar.putArchiveEntry(entry);
        tar.write(png.toByteArray());
        tar.closeArchiveEntry();
      }
    }
    ByteBuffer idx = ByteBuffer.allocate(16 + 2 * 28 * 28);
    idx.putInt(0x0803).putInt(2).putInt(28).putInt(28);
    for (int i = 0; idx.hasRemaining(); i++) {
      idx.put((byte) (i * i / 7));
    }
    Files.write(folder.resolve("train-images-idx3-ubyte"), idx.array());
    ByteBuffer cifar = ByteBuffer.allocate(2 * 3073);
    for (int i = 0; cifar.hasRemaining(); i++) {
      cifar.put((byte) (i % 3073 == 0 ? i / 3073 : i * 13 + i * i / 99));
    }
    Files.write(folder.resolve("data_batch_1.bin"), cifar.array());
  }

  private static void presets() {
    Recipe base =
        Recipe.of(new CutMix(1), 11, source("cat.png"), source("cup.jpg"))
            .with(new Frame(32, 48), Fit.COVER);
    for (Preset preset : Preset.ALL) {
      System.out.println("preset-" + preset.id() + " " + RecipeText.line(preset.applyTo(base)));
    }
  }

  private static Source source(String name) {
    return Source.of(THERE.resolve(name));
  }

  /// Name, SHA-256 of the mixed pixels (uint8 RGB, row by row) and the recipe as a line.
  private static void recipes(Path... folders) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (Path folder : folders) {
      TreeSet<Path> files = new TreeSet<>();
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        all.forEach(files::add);
      }
      for (Path file : files) {
        RecipeText.Content content = RecipeText.read(EmbeddedRecipe.of(file).orElseThrow());
        Recipe recipe = content.recipe();
        Inputs inputs = READER.read(recipe);
        Mix mix = recipe.mix(inputs);
        List<Pixels> sources = inputs.sources().subList(0, mix.composition().sources());
        byte[] pixels = bytes(Mixer.mix(mix.composition(), recipe.blending(), sources));
        if (file.getParent().endsWith("mixes") && file.toString().endsWith(".png")) {
          byte[] written = bytes(READER.read(file.toString()).pixels());
          if (!Arrays.equals(pixels, written)) {
            throw new IllegalStateException(file.toString());
          }
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pixels));
        out.printf(
            "%s/%s\t%s\t%s\n", folder.getFileName(), file.getFileName(), hash, content.line());
      }
    }
  }

  private static void settings(Path file) throws Exception {
    Recipe recipe =
        Recipe.of(new Mixup(0.4), 7, source("cat.png"), source("cup.jpg").withClassName("杯"))
            .withMask(THERE.resolve("blob.png").toString());
    Remembered remembered =
        new Remembered(
            new Remembered.Place(40, 30, 1440, 900, false),
            Theme.DARK,
            Language.CHINESE,
            recipe,
            "COMPARE",
            List.of(
                List.of(source("cat.png"), source("cup.jpg")),
                List.of(new Source("sample:cat", "cat"), source("sky.webp"))),
            List.of(recipe, recipe.with(new CutMix(1)).drawn(2)),
            false,
            new FigureSettings(
                Template.COLUMN,
                EnumSet.of(Panel.MIX, Panel.LABEL),
                true,
                "λ",
                FigureFormat.GIF,
                2,
                Sweep.Over.LAMBDA,
                12,
                Language.ENGLISH),
            BatchOptions.USUAL.from(THERE).to(Path.of("/home/ada/mixed")));
    new MemoryFile(file).write(remembered);
  }

  /// A job whose process ends once some samples are written, without a chance to tidy.
  private static void half(String source, String target, int samples, String[] options)
      throws Exception {
    Path journal = Path.of(target, ".mixoscope-journal");
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (done(journal) < samples) {
                Thread.onSpinWait();
              }
              Runtime.getRuntime().halt(0);
            });
    String[] words = {"batch", source, target, "--threads", "1", "--quiet"};
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    org.mixoscope.cli.Main.main(all);
  }

  /// The second number of a place is the first sample that is not done.
  private static int done(Path journal) {
    try {
      byte[] bytes = Files.readAllBytes(journal);
      int most = 0;
      for (int at = 0; at + 512 <= bytes.length; at += 512) {
        String[] words = new String(bytes, at, 512, StandardCharsets.US_ASCII).split("[ \n]");
        most = Math.max(most, words.length > 1 ? Integer.parseInt(words[1]) : 0);
      }
      return most;
    } catch (NoSuchFileException | NumberFormatException e) {
      return 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
