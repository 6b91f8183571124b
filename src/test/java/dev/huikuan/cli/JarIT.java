package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user starts it, also on systems that know neither UTF-8 nor the dotless i. */
class JarIT {

  private static final Path JAR = Path.of("target", "huikuan.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final List<String> HOSTILE =
      List.of("-Dfile.encoding=US-ASCII", "-Duser.language=tr", "-Duser.timezone=America/New_York");
  private static final String TABLE =
      """
      Decision,next-action
      Hit policy,RULE ORDER
      ,When,Then,Notes,
      Row,逾期天数,下一步动作,Reason (zh),Reason (en)
      NA-1,>= 30,催收电话,该打电话了,time to call
      """;
  private static final String CASE =
      """
      {"asOf": "2026-06-01", "customer": {"id": "C-1", "name": "东海机电"},
       "receivables": [{"id": "INV-1", "amount": 50000, "dueOn": "2026-03-01"}]}
      """;

  private record Ran(int status, String out, String err) {}

  @TempDir private Path folder;

  private ProcessBuilder jar(String locale, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return prepared(locale, new ProcessBuilder(command));
  }

  /** A command line in bytes of a file: this JVM's own locale cannot spoil it. */
  private ProcessBuilder script(String locale, String line) throws IOException {
    Path script = folder.resolve("run.sh");
    Files.writeString(script, line.replace("JAR", "'" + JAVA + "' -jar '" + JAR + "'"));
    return prepared(locale, new ProcessBuilder("sh", script.toString()));
  }

  private ProcessBuilder prepared(String locale, ProcessBuilder builder) {
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("HUIKUAN_"));
    environment.put("LC_ALL", locale);
    environment.put("LANG", locale);
    environment.put("HUIKUAN_DATABASE", "jdbc:sqlite:" + folder.resolve("huikuan.db"));
    return builder.directory(folder.toFile());
  }

  private Ran run(ProcessBuilder builder, String input) throws Exception {
    Path in = folder.resolve("stdin");
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Files.writeString(in, input);
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(err));
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void theBuiltInPolicyDecidesInUtf8UnderAHostileLocale() throws Exception {
    Ran ran = run(jar("C", HOSTILE, "decide", "-", "--format", "text", "--lang", "zh"), CASE);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("东海机电 (C-1)", "下一步：", "逾期 92 天");
  }

  @Test
  void aChineseFileFoundByListingIsNamedRightUnderAHostileLocale() throws Exception {
    Files.writeString(folder.resolve("table"), TABLE.replace("催收电话", "催收电花"));
    run(
        script("C", "mkdir -p policy/decision-tables && mv table policy/decision-tables/下一步.csv"),
        "");
    Ran ran = run(jar("C", HOSTILE, "check", "--policy", "policy", "--lang", "zh"), "");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("decision-tables/下一步.csv#C5", "催收电花");
  }

  @Test
  void aChinesePolicyPathIsGivenOnTheCommandLine() throws Exception {
    Files.writeString(folder.resolve("table"), TABLE);
    Ran ran =
        run(
            script(
                "C.UTF-8",
                """
                mkdir -p 策略/decision-tables && mv table 策略/decision-tables/下一步.csv
                JAR decide - --policy 策略 --format text --lang zh
                """),
            CASE);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("下一步：", "(COLLECTION_CALL)", "该打电话了", "下一步.csv#A5");
    Ran cannot = run(script("C", "JAR check --policy 策略\n"), "");
    assertThat(cannot.status()).isEqualTo(2);
    assertThat(cannot.err()).contains("LC_ALL=C.UTF-8").doesNotContain("Exception");
  }

  @Test
  void aLedgerGivesTheSameBytesUnderEveryLocale() throws Exception {
    for (String file : List.of("ledger.csv", "ledger-mapping.json")) {
      try (var in = JarIT.class.getResourceAsStream("/dev/huikuan/portfolio/" + file)) {
        Files.write(folder.resolve(file), in.readAllBytes());
      }
    }
    String[] arguments = {
      "portfolio",
      "--input",
      "ledger.csv",
      "--mapping",
      "ledger-mapping.json",
      "--as-of",
      "2025-09-30",
      "--lang",
      "zh",
      "--output",
      "out.csv"
    };
    Ran first = run(jar("C", HOSTILE, arguments), "");
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(first.out()).contains("16 个客户，列出 10 个，共 19 笔");
    String hostile = Files.readString(folder.resolve("out.csv"));
    run(jar("C.UTF-8", List.of(), arguments), "");
    assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo(hostile);
    assertThat(hostile).contains("DISPUTE_OPEN", "争议");
  }

  @Test
  void exitStatusesAreThoseOfTheContract() throws Exception {
    Path ledger = folder.resolve("a.csv");
    Files.writeString(ledger, "customer.id,receivable.id,receivable.amount\n=A,1,5000\nB,2,many\n");
    Ran bad = run(jar("C", HOSTILE, "portfolio", "--input", "a.csv"), "");
    assertThat(bad.status()).isEqualTo(1);
    assertThat(bad.err()).contains("a.csv line 3, `receivable.amount`");
    assertThat(bad.out()).contains("'=A,");
    assertThat(run(jar("C", HOSTILE, "decide"), "").status()).isEqualTo(2);
    assertThat(run(jar("C", HOSTILE, "serve", "--host", "0.0.0.0"), "").status()).isEqualTo(2);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Ran ran = run(jar("C", HOSTILE, "serve", "--port", port), "");
      assertThat(ran.status()).isEqualTo(3);
      assertThat(ran.err().lines().count()).isEqualTo(1);
    }
  }

  @Test
  void serveSaysWhereItListensAndAnswersThere() throws Exception {
    Process process = jar("C", HOSTILE, "serve", "--port", "0").start();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = err.readLine();
      assertThat(line).contains("http://127.0.0.1:");
      String url = line.replaceFirst(".*(http://127\\.0\\.0\\.1:\\d+).*", "$1");
      HttpResponse<String> ready =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/health/ready")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(ready.statusCode()).isEqualTo(200);
    } finally {
      process.destroyForcibly();
    }
  }
}
