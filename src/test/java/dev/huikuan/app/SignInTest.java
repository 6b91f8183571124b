package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.access.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a key, as any browser does it, without a script. */
class SignInTest {

  private static Guarded guarded;
  private static String secret;

  @BeforeAll
  static void start() {
    guarded = Guarded.open();
    secret = guarded.secret("小安 <an>", Role.COLLECTOR);
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> page(String path, String cookie) {
    return guarded.send(guarded.request(path).header("Cookie", cookie));
  }

  private static String csrf(String page) {
    Matcher field = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"").matcher(page);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /sign-in?next=%2F",
    "/?case=demo-1&lang=zh, /sign-in?next=%2F%3Fcase%3Ddemo-1%26lang%3Dzh",
    "/nothing, /sign-in?next=%2Fnothing"
  })
  void aPageSendsWhoeverIsNotSignedInToTheForm(String path, String location) {
    HttpResponse<String> answer = guarded.get(path);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo(location);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void signingInOpensThePageThatWasAskedFor() {
    HttpResponse<String> in =
        guarded.form("/sign-in", "key=" + secret + "&next=" + encoded("/?q=acme&page=2"));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(header(in, "Location")).isEqualTo("/?q=acme&page=2");
    HttpResponse<String> desk = page("/", guarded.cookie(secret));
    assertThat(desk.statusCode()).isEqualTo(200);
    assertThat(desk.body()).contains("小安 &lt;an&gt;", "Sign out", "Access by key");
    assertThat(desk.body()).doesNotContain(secret, "Open mode");
  }

  @Test
  void theCookieIsForTheServerAloneAndSecureBehindHttps() {
    String plain = header(guarded.form("/sign-in", "key=" + secret), "Set-Cookie");
    assertThat(plain).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    assertThat(plain).matches("huikuan_session=[0-9A-Za-z]{43};.*").doesNotContain("Domain");
    String https =
        header(
            guarded.form("/sign-in", "key=" + secret, "X-Forwarded-Proto", "https"), "Set-Cookie");
    assertThat(https).contains("; Secure");
    assertThat(plain.substring(0, 40)).isNotEqualTo(https.substring(0, 40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key=", "key=hk_x", "key=hk_0000000000_" + "a", "other=1"})
  void aWrongKeyIsSaidInThePage(String fields) {
    HttpResponse<String> answer = guarded.form("/sign-in", fields);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("role=\"alert\"", "does not open anything");
    HttpResponse<String> chinese = guarded.form("/sign-in", fields, "Accept-Language", "zh-CN");
    assertThat(chinese.body()).contains("密钥无效", "<html lang=\"zh\">");
  }

  @Test
  void whatWasTypedIsNotShownAgain() {
    HttpResponse<String> answer = guarded.form("/sign-in", "key=hk_mistyped_but_real");
    assertThat(answer.body()).doesNotContain("hk_mistyped_but_real");
    assertThat(answer.body()).contains("autocomplete=\"off\"", "type=\"password\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        "/x\r\nSet-Cookie: a=b",
        " //evil.example",
        "///evil.example",
        "evil.example",
        "/sign-in",
        "/sign-out",
        "/\u0000",
        "/路径",
        ""
      })
  void onlyAPathOfOursIsFollowed(String next) {
    HttpResponse<String> in = guarded.form("/sign-in", "key=" + secret + "&next=" + encoded(next));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(header(in, "Location")).isEqualTo("/");
    HttpResponse<String> form = guarded.get("/sign-in?next=" + encoded(next));
    assertThat(form.body()).doesNotContain("evil.example");
    boolean refused = form.statusCode() == 400 && next.chars().anyMatch(Character::isISOControl);
    assertThat(refused || form.body().contains("name=\"next\" value=\"/\"")).isTrue();
  }

  @Test
  void aFormOfOursIsAcceptedAndAnyOtherIsNot() {
    String cookie = guarded.cookie(secret);
    String token = csrf(page("/", cookie).body());
    String foreign = csrf(page("/", guarded.cookie(secret)).body());
    String fields = "json=" + encoded(Running.exampleCase());
    assertThat(guarded.form("/try", fields + "&csrf=" + token, "Cookie", cookie).statusCode())
        .isEqualTo(200);
    for (String bad : List.of("", "&csrf=", "&csrf=" + foreign, "&csrf=" + token + "0")) {
      HttpResponse<String> answer = guarded.form("/try", fields + bad, "Cookie", cookie);
      assertThat(answer.statusCode()).as(bad).isEqualTo(403);
      assertThat(answer.body()).contains("FORBIDDEN");
    }
    HttpResponse<String> json =
        guarded.send(
            guarded
                .request("/try")
                .header("Cookie", cookie)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(fields + "&csrf=" + token)));
    assertThat(json.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1:1, 403"
  })
  void anotherSitesFormIsRefusedEvenWithTheToken(String name, String value, int status) {
    String cookie = guarded.cookie(secret);
    String token = csrf(page("/", cookie).body());
    String fields = "csrf=" + token + "&json=" + encoded(Running.exampleCase());
    assertThat(guarded.form("/try", fields, "Cookie", cookie, name, value).statusCode())
        .isEqualTo(status);
  }

  @Test
  void behindAProxyTheOriginIsThatOfTheProxy() {
    String cookie = guarded.cookie(secret);
    String fields = "csrf=" + csrf(page("/", cookie).body()) + "&json=%7B%7D";
    HttpResponse<String> answer =
        guarded.form(
            "/try",
            fields,
            "Cookie",
            cookie,
            "Origin",
            "https://receivables.example",
            "X-Forwarded-Host",
            "receivables.example");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void anotherSiteCannotSignABrowserIn() {
    HttpResponse<String> answer =
        guarded.form("/sign-in", "key=" + secret, "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void signingOutEndsTheSessionEverywhere() {
    String cookie = guarded.cookie(secret);
    assertThat(guarded.form("/sign-out", "", "Cookie", cookie).statusCode()).isEqualTo(403);
    assertThat(page("/", cookie).statusCode()).isEqualTo(200);
    String token = csrf(page("/", cookie).body());
    HttpResponse<String> out = guarded.form("/sign-out", "csrf=" + token, "Cookie", cookie);
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(header(out, "Location")).isEqualTo("/sign-in");
    assertThat(header(out, "Set-Cookie")).contains("Expires=Thu, 01 Jan 1970");
    assertThat(page("/", cookie).statusCode()).isEqualTo(303);
  }

  @Test
  void signingInAnewEndsTheSessionBefore() {
    String before = guarded.cookie(secret);
    guarded.form("/sign-in", "key=" + secret, "Cookie", before);
    assertThat(page("/", before).statusCode()).isEqualTo(303);
  }

  @Test
  void aCookieOpensNoRouteForPrograms() {
    assertThat(page("/v1/policies", guarded.cookie(secret)).statusCode()).isEqualTo(401);
  }

  @Test
  void aFormThatIsPostedWithoutASessionIsNotDone() {
    HttpResponse<String> answer = guarded.form("/try", "json=%7B%7D");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/sign-in");
  }

  @Test
  void whatIsNoFormCannotSignIn() {
    HttpResponse<String> answer =
        guarded.send(
            guarded
                .request("/sign-in")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"key\": \"" + secret + "\"}")));
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void theFormIsThereInBothLanguagesWithoutAKey() {
    String english = guarded.get("/sign-in?lang=en&next=%2Fdocs").body();
    assertThat(english).contains("Sign in", "/sign-in?next=%2Fdocs&amp;lang=zh");
    String chinese = guarded.get("/sign-in?lang=zh").body();
    assertThat(chinese).contains("登录", "请输入管理员给您的密钥", "访问需要密钥");
    assertThat(guarded.get("/docs").statusCode()).isEqualTo(200);
    assertThat(guarded.get("/assets/huikuan.css").statusCode()).isEqualTo(200);
  }

  @Test
  void inOpenModeThereIsNothingToSignInTo() {
    HttpResponse<String> answer = Running.get("/sign-in?next=%2Fdocs");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/docs");
    assertThat(Running.get("/").body()).contains("Open mode").doesNotContain("csrf");
  }
}
