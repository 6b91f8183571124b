package dev.huikuan.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.ApiKey;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys list}: all keys, revoked ones too; never a secret. */
@CommandLine.Command(
    name = "list",
    description = "List all keys, revoked ones too; secrets cannot be read again.")
final class ListKeys extends Command {

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "checkFormat",
      description = "text (default) or json.")
  private Choice.Format format;

  @Mixin private DatabaseOption database;

  ListKeys(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    try (House.Cellar access = house().cellar(database.url())) {
      List<ApiKey> keys = access.keys().list();
      console()
          .answer()
          .println(
              switch (format) {
                case TEXT -> text(keys);
                case JSON ->
                    JsonMapper.builder()
                        .build()
                        .writer(JsonLayout.pretty())
                        .writeValueAsString(json(keys));
              });
      return Exit.DONE;
    }
  }

  private String text(List<ApiKey> keys) {
    if (keys.isEmpty()) {
      return new Text("还没有密钥：服务处于开放模式，仅限本机", "no keys: open mode, this machine only")
          .in(language());
    }
    TextTable table = new TextTable();
    table.row(
        new Text("编号", "id").in(language()),
        new Text("名称", "name").in(language()),
        new Text("角色", "roles").in(language()),
        new Text("账套", "ledger").in(language()),
        new Text("创建时间", "created").in(language()),
        new Text("创建者", "by").in(language()),
        new Text("撤销时间", "revoked").in(language()));
    for (ApiKey key : keys) {
      table.row(
          key.id(),
          key.name(),
          ApiKey.written(key.roles()),
          key.ledger().orElse("*"),
          moment(key.createdAt()),
          key.createdBy(),
          key.revokedAt().map(ListKeys::moment).orElse("-"));
    }
    return table.written();
  }

  private static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static ArrayNode json(List<ApiKey> keys) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (ApiKey key : keys) {
      ObjectNode node = array.addObject().put("id", key.id()).put("name", key.name());
      ArrayNode roles = node.putArray("roles");
      new TreeSet<Role>(key.roles()).forEach(role -> roles.add(role.written()));
      node.put("ledger", key.ledger().orElse(null));
      node.put("createdAt", moment(key.createdAt())).put("createdBy", key.createdBy());
      node.put("revokedAt", key.revokedAt().map(ListKeys::moment).orElse(null));
    }
    return array;
  }
}
