package dev.huikuan.cli;

import dev.huikuan.domain.Text;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the disk and the network say, in plain words. */
final class Surroundings {

  private Surroundings() {}

  static Text explained(IOException e) {
    String file = e instanceof FileSystemException failed ? "" + failed.getFile() : "";
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return new Text("文件或文件夹不存在：`" + file + "`", "no such file or folder: `" + file + "`");
    }
    if (e instanceof AccessDeniedException) {
      return new Text("没有权限：`" + file + "`", "not permitted: `" + file + "`");
    }
    return new Text("读写失败：" + e.getMessage(), "reading or writing failed: " + e.getMessage());
  }
}
