package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Housekeeping.Erasure;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code erase}: one customer's data leaves the log, the decisions stay countable. */
@CommandLine.Command(
    name = "erase",
    description = "Erase one customer's data; what was decided stays countable.")
final class Erase extends DatabaseCommand {

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "L",
      descriptionKey = "ledger",
      description = "The customer's ledger.")
  private String ledger;

  @Option(
      names = "--customer",
      required = true,
      paramLabel = "ID",
      descriptionKey = "customer",
      description = "The customer's id, exactly.")
  private String customer;

  @Option(
      names = "--note",
      required = true,
      paramLabel = "WHY",
      descriptionKey = "eraseNote",
      description = "Why, for the audit; must not name the customer.")
  private String note;

  Erase(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  void check() {
    if (note.isBlank() || note.contains(customer)) {
      throw Refusal.usage(
          "--note 应说明原因，且不能包含客户编号", "--note must say why, and must not contain the customer's id");
    }
  }

  @Override
  int run(House.Cellar cellar) {
    Optional<Erasure> erased =
        cellar
            .housekeeping()
            .erase(ledger, customer, operator(), note, console().clock().instant());
    if (erased.isEmpty()) {
      throw Refusal.usage(
          "账套 `" + ledger + "` 中没有这个客户的记录", "nothing of this customer in ledger `" + ledger + "`");
    }
    Erasure done = erased.get();
    answer(
        new Text(
            "已清除 " + done.count().decisions() + " 条决策中的客户数据；代号 " + done.pseudonym(),
            "erased from "
                + done.count().decisions()
                + " decisions; the pseudonym is "
                + done.pseudonym()));
    if (!done.thorough()) {
      say(
          new Text(
              "有程序仍在读取旧数据，SQLite 日志文件（-wal）暂时留有副本；稍后再次运行 retention 或重启服务即可清空",
              "a reader still holds the file as it was, so SQLite's journal (-wal) keeps a copy for"
                  + " now; it goes when the service is started anew"));
    }
    say(
        new Text(
            "以前的备份、导出的文件和日志副本中仍有该客户的数据，请另行处理",
            "earlier backups, exports and copies still have the customer's data: see to them, too"));
    return Exit.DONE;
  }
}
