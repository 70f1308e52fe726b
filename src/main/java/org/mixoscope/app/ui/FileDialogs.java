package org.mixoscope.app.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.kernel.Pixels;

/// Asks for files. An interface, so that tests can answer.
public interface FileDialogs {
  /// A picture to read.
  Optional<Path> openPicture();

  /// A file that says what is where in a picture: a mask, or objects.
  Optional<Path> openMarks();

  /// Pictures to read; none if nothing is chosen.
  List<Path> openPictures();

  /// A folder of pictures.
  Optional<Path> openFolder();

  /// A file that is a data set, or one of several that are one.
  Optional<Path> openDataSet();

  /// Shows a folder on the user's desktop.
  ///
  /// @throws IOException if the desktop has no program for that
  void reveal(Path folder) throws IOException;

  /// A recipe, or a picture that carries one.
  Optional<Path> openRecipe();

  /// A file that is one text.
  Optional<Path> openText();

  /// A network in an ONNX file.
  Optional<Path> openClassifier();

  /// A file with the names of classes.
  Optional<Path> openClassNames();

  /// A place for a picture; the extension is there.
  ///
  /// @param first the extension that is offered first
  Optional<Path> savePicture(String first);

  /// A place for a clip: a file, or, without an extension, a folder of frames.
  ///
  /// @param formats that can hold it, that of the name that is offered before all
  Optional<Path> saveClip(List<ClipFormat> formats);

  /// A place for a figure; the extension is there.
  ///
  /// @param first the format that is offered first
  Optional<Path> saveFigure(FigureFormat first);

  /// A place for a recipe; the extension is there.
  Optional<Path> saveRecipe();

  /// A place for a table; the extension is there.
  ///
  /// @param name what is offered, without extension
  Optional<Path> saveTable(String name);

  /// A place for any other file; the extension is there.
  ///
  /// @param name what is offered, without extension
  /// @param extension such as `.onnx`
  Optional<Path> saveFile(String name, String extension);

  /// A file that keeps pasted pixels, so that a recipe can refer to them later.
  Path keep(Pixels rgb) throws IOException;

  /// A file that keeps a network in ONNX, so that the next window has it too.
  ///
  /// @param name of the file, which is written over
  Path keep(byte[] onnx, String name) throws IOException;
}
