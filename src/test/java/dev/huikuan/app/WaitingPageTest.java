package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What is seen before the policy is loaded: a page that asks again, and a problem for programs. */
class WaitingPageTest {

  @Test
  void aBrowserGetsAPageThatRefreshesItselfAndAProgramAProblem() throws Exception {
    HttpServer server = HttpServer.listen("127.0.0.1", 0, Clock.systemUTC());
    try {
      HttpResponse<String> page = get(server, "/", "zh");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Refresh")).contains("1");
      assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(page.body()).contains("<html lang=\"zh\">", "正在加载策略");
      assertThat(get(server, "/", "en").body()).contains("Loading the policy");
      HttpResponse<String> problem = get(server, "/v1/policies", "en");
      assertThat(problem.statusCode()).isEqualTo(503);
      assertThat(problem.body()).contains("urn:huikuan:problem:BUSY");
      assertThat(problem.headers().firstValue("Refresh")).isEmpty();
    } finally {
      server.stop();
    }
  }

  private static HttpResponse<String> get(HttpServer server, String path, String language)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Accept-Language", language)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
