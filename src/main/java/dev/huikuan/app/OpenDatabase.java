package dev.huikuan.app;

import dev.huikuan.cli.Refusal;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.util.Optional;

/** Opens the database that a command line names. */
final class OpenDatabase {

  private OpenDatabase() {}

  /**
   * Opens it, made new when there is none.
   *
   * @param written {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}; empty: the user's own
   * @throws Refusal when it is no such URL, or cannot be opened
   */
  static Database at(Optional<String> written) {
    String url = written.orElseGet(DataFolder::url);
    if (!Database.isUrl(url)) {
      throw Refusal.usage(
          "--database 应为 jdbc:sqlite:文件 或 jdbc:postgresql://…，实为 `" + url + "`",
          "--database must be jdbc:sqlite:FILE or jdbc:postgresql://…, got `" + url + "`");
    }
    try {
      DataFolder.prepare(url);
      return Database.open(url);
    } catch (RecordsUnavailable | IOException e) {
      String place = url.replaceFirst("[?].*", "");
      throw Refusal.surroundings(
          "无法打开数据库 `" + place + "`：" + e.getMessage(),
          "the database `" + place + "` cannot be opened: " + e.getMessage());
    }
  }
}
