package dev.huikuan.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear under their name only when they are complete. */
final class FinishedFile {

  private FinishedFile() {}

  static void write(Path target, byte[] content) throws IOException {
    Path part = part(target);
    try {
      Files.write(part, content);
      replace(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Where to write until it is complete: beside it. */
  static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  static void replace(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
