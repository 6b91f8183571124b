package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Backups;
import dev.huikuan.records.RecordsUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Mixin;

/** What commands on a database have in common. */
abstract class DatabaseCommand extends Command {

  @Mixin private DatabaseOption database;

  DatabaseCommand(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  /** Does the work on the open database; the exit status. */
  abstract int run(House.Cellar cellar) throws IOException;

  @Override
  final int run() throws IOException {
    check();
    try (House.Cellar cellar = house().cellar(database.url())) {
      return run(cellar);
    } catch (Backups.Refused refused) {
      throw Refusal.usage(refused.why().zh(), refused.why().en());
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } catch (RecordsUnavailable gone) {
      throw Refusal.surroundings(
          "数据库出错：" + gone.getMessage(), "the database failed: " + gone.getMessage());
    }
  }

  /** Refuses options that make no sense, before the database is opened. */
  abstract void check();

  /** The answer of a command that a person reads. */
  void answer(Text text) {
    console().answer().println(text.in(language()));
  }

  /** Who makes a change at the command line: the user of this machine. */
  static String operator() {
    return "cli:" + System.getProperty("user.name");
  }
}
