package dev.huikuan.cli;

import dev.huikuan.access.ApiKey;
import dev.huikuan.access.KeyRefused;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys revoke}: from the next second on the key opens nothing. */
@CommandLine.Command(
    name = "revoke",
    description = "Revoke a key; running services refuse it within two seconds.")
final class RevokeKey extends Command {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      descriptionKey = "keyId",
      description = "Id of the key, as `keys list` shows it.")
  private String id;

  @Mixin private DatabaseOption database;

  RevokeKey(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    try (House.Cellar access = house().cellar(database.url())) {
      ApiKey key = access.keys().revoke(id, Keys.operator());
      say(
          new Text(
              "已撤销密钥 `" + key.id() + "`（" + key.name() + "）",
              "revoked the key `" + key.id() + "` (" + key.name() + ")"));
      boolean last = access.keys().list().stream().noneMatch(ApiKey::isLive);
      if (last) {
        say(
            new Text(
                "已没有有效的密钥：在另建一个之前，没有人能访问服务（不会回到开放模式）",
                "no live key is left: until you make another nobody gets in (it does not go back to"
                    + " open mode)"));
      }
      return Exit.DONE;
    } catch (KeyRefused refused) {
      throw Refusal.usage(List.of(refused.why()));
    }
  }
}
