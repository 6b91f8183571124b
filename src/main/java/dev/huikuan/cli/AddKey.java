package dev.huikuan.cli;

import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.KeyRefused;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys add}: makes a key; its secret, and nothing else, goes to standard output. */
@CommandLine.Command(
    name = "add",
    description = "Make a key and print its secret, this once; it cannot be read again.")
final class AddKey extends Command {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      descriptionKey = "keyName",
      description = "Whose key it is: a person or a system.")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      split = ",",
      descriptionKey = "keyRole",
      description = "crm, collector, analyst, approver, admin; several with commas.")
  private List<String> roles;

  @Option(
      names = "--ledger",
      paramLabel = "LEDGER",
      descriptionKey = "keyLedger",
      description = "The only ledger that it may see (default: all); crm and collector alone.")
  private String ledger;

  @Mixin private DatabaseOption database;

  AddKey(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    Set<Role> checked = roles();
    try (House.Cellar access = house().cellar(database.url())) {
      KeyDesk.Made made =
          access.keys().add(name, checked, Optional.ofNullable(ledger), Keys.operator());
      console().answer().println(made.secret());
      say(
          new Text(
              "已创建密钥 `" + made.key().id() + "`（" + made.key().name() + "）。它只显示这一次，请立即妥善保存。",
              "made the key `"
                  + made.key().id()
                  + "` ("
                  + made.key().name()
                  + "). It is shown this once: keep it safe now."));
      return Exit.DONE;
    } catch (KeyRefused refused) {
      throw Refusal.usage(List.of(refused.why()));
    }
  }

  private Set<Role> roles() {
    Set<Role> all = EnumSet.noneOf(Role.class);
    for (String written : roles) {
      Optional<Role> role = Role.of(written.strip());
      if (role.isEmpty()) {
        String known =
            Stream.of(Role.values()).map(Role::written).collect(Collectors.joining(", "));
        throw Refusal.usage(
            "--role 应为 " + known.replace(", ", "、") + " 中的一个或几个（逗号分隔），实为 `" + written + "`",
            "--role must be one or more of " + known + ", with commas; got `" + written + "`");
      }
      all.add(role.get());
    }
    return all;
  }
}
