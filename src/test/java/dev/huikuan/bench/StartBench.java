package dev.huikuan.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** S8: from nothing to the first answer, beside a bare Javalin with a base of one rule. */
final class StartBench {

  private static final int ROUNDS = 3;
  private static final long PATIENCE_SECONDS = 120;

  private StartBench() {}

  static void run(Consumer<Row> rows) throws Exception {
    double ours = Double.MAX_VALUE;
    double peer = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      peer = Math.min(peer, started(Bare.class.getName(), "/", List.of()));
      ours = Math.min(ours, started("dev.huikuan.app.Main", "/v1/decisions?dryRun=true", serve()));
    }
    String measured = String.format(Locale.ROOT, "%.1f s, bare %.1f s", ours, peer);
    rows.accept(Row.atMost("S8", "start to first answer", measured, ours / peer, 1.5));
  }

  /** Each start has an empty database of its own. */
  private static List<String> serve() throws IOException {
    Path database = Files.createTempDirectory("huikuan-").resolve("huikuan.db");
    return List.of("serve", "--database", "jdbc:sqlite:" + database, "--port");
  }

  private static double started(String main, String path, List<String> arguments) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> all = new java.util.ArrayList<>(arguments);
    all.add(String.valueOf(port));
    Path said = Files.createTempFile("huikuan-", ".log");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Shipped.lines().get(0)))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    long start = System.nanoTime();
    Process process = Child.start(said, List.of(), main, all);
    try {
      while (!answers(client, request)) {
        boolean late = System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L;
        if (late || !process.isAlive()) {
          throw new IllegalStateException(Files.readString(said));
        }
        Thread.sleep(20);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      process.destroyForcibly().waitFor();
      Files.delete(said);
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (java.io.IOException notYet) {
      return false;
    }
  }

  /** The least that a service on Drools and Javalin does before it answers. */
  static final class Bare {

    private static final String RULE =
        "rule \"one\" when $s : String( length > 3 ) then $s.length(); end";

    private Bare() {}

    public static void main(String[] args) {
      KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
      builder.add(ResourceFactory.newByteArrayResource(RULE.getBytes()), ResourceType.DRL);
      KieBase base = builder.newKieBase();
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.post(
                    "/",
                    ctx -> {
                      var session = base.newKieSession();
                      session.insert(ctx.body());
                      ctx.result(String.valueOf(session.fireAllRules()));
                      session.dispose();
                    });
              })
          .start("127.0.0.1", Integer.parseInt(args[0]));
    }
  }
}
