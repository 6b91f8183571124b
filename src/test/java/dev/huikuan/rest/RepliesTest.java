package dev.huikuan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A bug of ours is logged in full and told blandly. */
class RepliesTest {

  @Test
  void aBugIsToldBlandly() throws IOException, InterruptedException {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get(
                  "/bug",
                  ctx -> {
                    throw new IllegalStateException("a secret: " + ctx.path());
                  });
              Replies.install(config.routes, (ctx, problem) -> false);
            });
    server.start("127.0.0.1", 0);
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/bug"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body())
          .contains("urn:huikuan:problem:INTERNAL")
          .doesNotContain("secret", "Exception", "\\tat");
    } finally {
      server.stop();
    }
  }
}
