package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys at the terminal: made, listed, revoked, and who did it. */
class KeysTest {

  @TempDir private Path folder;

  private String file() {
    return "jdbc:sqlite:" + folder.resolve("a folder/keys.db");
  }

  private static Terminal.Ran run(String url, String... arguments) {
    return new Terminal().env("HUIKUAN_DATABASE", url).run(arguments);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aKeyIsMadeListedAndRevokedAndTheAuditTellsSo(Databases kind) {
    String url = kind.fresh();
    Terminal.Ran made = run(url, "keys", "add", "--name", "ERP 系统", "--role", "crm,admin");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out()).matches("hk_[0-9A-Za-z]{10}_[0-9A-Za-z]{43}\n");
    String id = made.out().substring(3, 13);
    String random = made.out().strip().substring(14);
    assertThat(made.err()).contains(id, "shown this once").doesNotContain(random);

    Terminal.Ran list = run(url, "keys", "list");
    assertThat(list.out()).contains(id, "ERP 系统", "crm,admin", "2026-06-01T01:00:00Z");
    assertThat(list.out()).doesNotContain(random);
    Terminal.Ran json = run(url, "keys", "list", "--format", "json");
    assertThat(json.out()).contains("\"roles\"", "\"ledger\" : null").doesNotContain(random);

    Terminal.Ran revoked = run(url, "keys", "revoke", id);
    assertThat(revoked.status()).isZero();
    assertThat(revoked.out()).isEmpty();
    assertThat(revoked.err()).contains("revoked the key", "no live key is left");
    assertThat(run(url, "keys", "list").out().lines().skip(1))
        .singleElement()
        .asString()
        .endsWith("2026-06-01T01:00:00Z");

    Terminal.Ran audit = run(url, "audit");
    assertThat(audit.out().lines().skip(1)).hasSize(2);
    assertThat(audit.out().lines().skip(1).findFirst()).get().asString().contains("KEY_REVOKED");
    assertThat(audit.out()).contains("cli:", "name=ERP 系统 roles=crm,admin");
    Terminal.Ran one = run(url, "audit", "--limit", "1", "--format", "json");
    assertThat(one.out().lines()).singleElement().asString().contains("\"deed\":\"KEY_REVOKED\"");
    assertThat(audit.out() + one.out()).doesNotContain(random);
  }

  @Test
  void theSecretIsNowhereInTheFilesOfTheDatabase() throws IOException {
    String secret = run(file(), "keys", "add", "--name", "a", "--role", "crm").out().strip();
    String random = secret.substring(14);
    try (Stream<Path> files = Files.list(folder.resolve("a folder"))) {
      List<Path> all = files.toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(random);
      }
    }
    assertThat(run(file(), "keys", "list").out()).contains(secret.substring(3, 13));
  }

  @Test
  void nothingIsInTheWayOfTheSecretInAScript() {
    Terminal.Ran made = run(file(), "keys", "add", "--name", "a", "--role", "crm", "--lang", "zh");
    assertThat(made.out()).startsWith("hk_");
    assertThat(made.err()).contains("只显示这一次");
    assertThat(run(file(), "keys", "list", "--lang", "zh").out()).contains("编号", "名称", "账套");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--role crm | missing `--name NAME` | 缺少 `--name NAME`",
        "--name a | missing `--role ROLE` | 缺少 `--role ROLE`",
        "--name a --role boss | crm, collector, analyst, approver, admin | crm、collector、analyst、approver、admin",
        "--name a --role CRM | got `CRM` | 实为 `CRM`",
        "--name taken --role crm | `taken` already | 已有名为 `taken`",
        "--name a --role admin,crm --ledger east | can only be crm or collector | 只能是 crm 或 collector",
        "--name a --role crm --ledger= | a ledger has | 账套应为"
      })
  void aKeyThatCannotBeMadeIsRefusedInBothLanguages(String arguments, String en, String zh) {
    run(file(), "keys", "add", "--name", "taken", "--role", "crm");
    for (String language : List.of("en", "zh")) {
      Terminal.Ran ran = run(file(), ("keys add --lang " + language + " " + arguments).split(" "));
      assertThat(ran.status()).as(ran.err()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains(language.equals("zh") ? zh : en);
    }
  }

  @Test
  void aNameHasLettersThatCanBeSeen() {
    for (String name :
        List.of("", "   ", "a\nb", "a\u001b[31m", "a\u202eb", "x".repeat(81), "open mode")) {
      Terminal.Ran ran = run(file(), "keys", "add", "--role", "crm", "--name=" + name);
      assertThat(ran.status()).as(name).isEqualTo(2);
    }
    assertThat(run(file(), "keys", "list").out())
        .isEqualTo("no keys: open mode, this machine only\n");
  }

  @Test
  void aKeyThatIsNotThereCannotBeRevokedAndARevokedOneNotAgain() {
    Terminal.Ran unknown = run(file(), "keys", "revoke", "nobody");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("no key `nobody`", "keys list");
    String id = run(file(), "keys", "add", "--name", "a", "--role", "crm").out().substring(3, 13);
    assertThat(run(file(), "keys", "revoke", id).status()).isZero();
    Terminal.Ran again = run(file(), "keys", "revoke", id);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("revoked already");
  }

  @Test
  void keysAloneSaysWhatThereIs() {
    Terminal.Ran ran = run(file(), "keys");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("add, list or revoke");
    assertThat(new Terminal().speaking("zh").run("keys", "add", "--help").out())
        .contains("用法", "密钥属于谁", "jdbc:sqlite:文件");
  }

  @ParameterizedTest
  @CsvSource({"nonsense, 2", "jdbc:mysql://x, 2", "jdbc:postgresql://127.0.0.1:1/x, 3"})
  void aDatabaseThatCannotBeOpenedIsSaid(String url, int status) {
    Terminal.Ran ran = run(url, "keys", "list");
    assertThat(ran.status()).isEqualTo(status);
    assertThat(ran.err()).contains(url).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({"--rate-limit, 0", "--rate-limit, -1", "--session-hours, 0", "--session-hours, 169"})
  void aLimitOutOfBoundsIsRefused(String option, String value) {
    Terminal.Ran ran = run(file(), "serve", "--port", "0", option, value);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains(option, value);
  }

  @Test
  void serveOnAnotherAddressWithoutAKeyIsRefusedInBothLanguages() {
    Terminal.Ran en = run(file(), "serve", "--host", "0.0.0.0", "--port", "0");
    assertThat(en.status()).isEqualTo(2);
    assertThat(en.err()).contains("huikuan keys add");
    Terminal.Ran zh = run(file(), "serve", "--host", "0.0.0.0", "--port", "0", "--lang", "zh");
    assertThat(zh.err()).contains("拒绝在 `0.0.0.0` 上启动", "huikuan keys add");
    Terminal.Ran unknown = run(file(), "serve", "--host", "no.such.host.invalid");
    assertThat(unknown.status()).isEqualTo(2);
  }
}
