package org.mixoscope.app.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Choosers.Asked;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;

/// The dialogs of the operating system. Each starts in the folder that was used last.
public final class SystemFileDialogs implements FileDialogs {
  private final Messages messages;
  private final Supplier<@Nullable Window> owner;
  private final Path pasted;
  private final Choosers choosers;

  /// JSON that an installed Mixoscope opens by a double click.
  private static final String DOCUMENT = ".mixoscope";

  /// @param owner the window that dialogs belong to
  /// @param pasted the folder for pictures from the clipboard
  public SystemFileDialogs(Messages messages, Supplier<@Nullable Window> owner, Path pasted) {
    this.messages = messages;
    this.owner = owner;
    this.pasted = pasted;
    choosers = new Choosers(messages);
  }

  @Override
  public Optional<Path> openPicture() {
    return open(Asked.PICTURE, pictures());
  }

  @Override
  public Optional<Path> openMarks() {
    return open(
        Asked.MARKS,
        new ExtensionFilter(messages.get("files.marks"), "*.png", "*.json", "*.xml", "*.txt"));
  }

  @Override
  public List<Path> openPictures() {
    FileChooser chooser = reading(Asked.PICTURES, pictures());
    List<File> files = chooser.showOpenMultipleDialog(owner.get());
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    choosers.begin(files.getFirst().getParentFile());
    return files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> openFolder() {
    return remember(choosers.folder(Asked.FOLDER).showDialog(owner.get()));
  }

  @Override
  public Optional<Path> openDataSet() {
    return open(
        Asked.DATA_SET,
        new ExtensionFilter(
            messages.get("files.data-sets"),
            "*.csv",
            "*.tsv",
            "*.jsonl",
            "*.ndjson",
            "*.json",
            "*.tar",
            "*.bin",
            "*-ubyte",
            "*-ubyte.gz"));
  }

  /// By the program that each desktop has for it: AWT's way loads a second toolkit into the window.
  @Override
  public void reveal(Path folder) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String program =
        system.startsWith("windows") ? "explorer" : system.startsWith("mac") ? "open" : "xdg-open";
    new ProcessBuilder(program, folder.toAbsolutePath().toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public Optional<Path> openRecipe() {
    return open(
        Asked.RECIPE,
        new ExtensionFilter(
            messages.get("files.recipes"),
            "*" + DOCUMENT,
            "*.json",
            "*.png",
            "*.svg",
            "*.pdf",
            "*.gif",
            "*.mp4",
            "*.webm",
            "*.jpg",
            "*.txt"));
  }

  @Override
  public Optional<Path> openText() {
    return open(
        Asked.TEXT, new ExtensionFilter(messages.get("files.texts"), "*.txt", "*.md", "*.text"));
  }

  @Override
  public Optional<Path> openClassifier() {
    return open(
        Asked.CLASSIFIER,
        new ExtensionFilter(messages.get("files.classifiers"), "*.onnx", "*.ONNX"));
  }

  @Override
  public Optional<Path> openClassNames() {
    return open(
        Asked.CLASS_NAMES,
        new ExtensionFilter(messages.get("files.class-names"), "*.txt", "*.json"));
  }

  @Override
  public Optional<Path> savePicture(String first) {
    List<String> endings = new ArrayList<>(PictureNames.WRITTEN);
    endings.addAll(PictureNames.OF_ALL_NUMBERS);
    return save(
        Asked.SAVE_PICTURE, "mix", first, first.substring(1).toUpperCase(Locale.ROOT), endings);
  }

  @Override
  public Optional<Path> saveClip(List<ClipFormat> formats) {
    String frames = messages.get("files.frames");
    FileChooser chooser = choosers.file(Asked.SAVE_CLIP);
    for (ClipFormat format : formats) {
      boolean isFolder = format == ClipFormat.FRAMES;
      chooser
          .getExtensionFilters()
          .add(
              isFolder
                  ? new ExtensionFilter(frames, "*")
                  : new ExtensionFilter(
                      format.id().toUpperCase(Locale.ROOT), "*" + format.ending()));
    }
    chooser.setInitialFileName("mix" + formats.getFirst().ending());
    Optional<Path> chosen = remember(chooser.showSaveDialog(owner.get()));
    ExtensionFilter filter = chooser.getSelectedExtensionFilter();
    if (chosen.isEmpty()
        || filter == null
        || filter.getDescription().equals(frames)
        || ClipFormat.of(chosen.get().toString()).isPresent()) {
      return chosen;
    }
    return Optional.of(Path.of(chosen.get() + filter.getExtensions().getFirst().substring(1)));
  }

  @Override
  public Optional<Path> saveFigure(FigureFormat first) {
    FileChooser chooser = choosers.file(Asked.SAVE_FIGURE, filter(first));
    Stream.of(FigureFormat.values())
        .filter(format -> format != first)
        .forEach(format -> chooser.getExtensionFilters().add(filter(format)));
    chooser.setInitialFileName("figure" + first.extension());
    // The type that is chosen in the dialog counts where the name has no extension of ours.
    return remember(chooser.showSaveDialog(owner.get()))
        .map(
            file ->
                FigureFormat.of(file).isPresent()
                    ? file
                    : Path.of(file + chosen(chooser, first).extension()));
  }

  private static ExtensionFilter filter(FigureFormat format) {
    return new ExtensionFilter(format.name(), "*" + format.extension());
  }

  private static FigureFormat chosen(FileChooser chooser, FigureFormat otherwise) {
    ExtensionFilter filter = chooser.getSelectedExtensionFilter();
    return filter == null ? otherwise : FigureFormat.valueOf(filter.getDescription());
  }

  @Override
  public Optional<Path> saveRecipe() {
    return save(Asked.SAVE_RECIPE, "recipe", ".json", "JSON", List.of(".json", DOCUMENT));
  }

  @Override
  public Optional<Path> saveTable(String name) {
    return save(Asked.SAVE_TABLE, name, ".csv", "CSV", List.of(".csv"));
  }

  @Override
  public Optional<Path> saveFile(String name, String extension) {
    String kind = extension.substring(1).toUpperCase(Locale.ROOT);
    List<String> extensions =
        extension.equals(".json") ? List.of(extension, DOCUMENT) : List.of(extension);
    return save(Asked.SAVE_FILE, name, extension, kind, extensions);
  }

  @Override
  public Path keep(Pixels rgb) throws IOException {
    byte[] png = PictureWriter.png(rgb, null);
    CRC32 crc = new CRC32();
    crc.update(png);
    Files.createDirectories(pasted);
    Path file = pasted.resolve("pasted-%08x.png".formatted(crc.getValue()));
    PictureWriter.writeBytes(png, file);
    return file;
  }

  @Override
  public Path keep(byte[] onnx, String name) throws IOException {
    Files.createDirectories(pasted);
    Path file = pasted.resolve(name);
    PictureWriter.writeBytes(onnx, file);
    return file;
  }

  private ExtensionFilter pictures() {
    // Some systems tell small letters from capitals.
    List<String> patterns =
        Stream.concat(PictureNames.READ.stream(), ClipReader.VIDEOS.stream())
            .flatMap(end -> Stream.of("*" + end, "*" + end.toUpperCase(Locale.ROOT)))
            .toList();
    return new ExtensionFilter(messages.get("files.pictures"), patterns);
  }

  private Optional<Path> open(Asked what, ExtensionFilter filter) {
    FileChooser chooser = reading(what, filter);
    return remember(chooser.showOpenDialog(owner.get()));
  }

  /// Whoever types no extension gets the first; a folder's name may hold a dot, a file's matters.
  private Optional<Path> save(
      Asked what, String name, String extension, String kind, List<String> extensions) {
    List<String> patterns = extensions.stream().map(each -> "*" + each).toList();
    FileChooser chooser = choosers.file(what, new ExtensionFilter(kind, patterns));
    chooser.setInitialFileName(name + extension);
    return remember(chooser.showSaveDialog(owner.get()))
        .map(
            file -> {
              String lower = file.toString().toLowerCase(Locale.ROOT);
              return extensions.stream().anyMatch(lower::endsWith)
                  ? file
                  : Path.of(file + extension);
            });
  }

  private FileChooser reading(Asked what, ExtensionFilter filter) {
    FileChooser chooser = choosers.file(what, filter);
    chooser.getExtensionFilters().add(new ExtensionFilter(messages.get("files.all"), "*.*", "*"));
    return chooser;
  }

  private Optional<Path> remember(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    choosers.begin(file.getParentFile());
    return Optional.of(file.toPath());
  }
}
