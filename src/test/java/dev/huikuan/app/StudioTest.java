package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.Role;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Databases;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The studio with keys: who may do what, what is refused, and what becomes of a version. */
class StudioTest {

  private static final String ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  private static final String URL = Databases.SQLITE.fresh();
  private static LiveService service;
  private static SignedIn ann;
  private static SignedIn bo;
  private static SignedIn both;
  private static SignedIn erp;
  private static String adminKey;
  private static String erpKey;

  @BeforeAll
  static void start() throws Exception {
    service = LiveService.over(URL, SmallPolicy.saying("first")).start();
    ann = SignedIn.as(service, URL, "Ann <b>", Role.ANALYST);
    bo = SignedIn.as(service, URL, "Bo", Role.APPROVER);
    both = SignedIn.as(service, URL, "Cai", Role.ANALYST, Role.APPROVER);
    erp = SignedIn.as(service, URL, "ERP", Role.CRM);
    adminKey = SignedIn.key(service, URL, "admin", Role.ADMIN);
    erpKey = SignedIn.key(service, URL, "erp key", Role.CRM);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String active() {
    return service.as(adminKey).active();
  }

  private static int versions() {
    return LiveService.body(service.as(adminKey).get("/v1/policies")).get("items").size();
  }

  private static String status(String version) {
    return LiveService.body(service.as(adminKey).get("/v1/policies/" + version))
        .get("status")
        .asText();
  }

  private static List<PolicyFile> table(String reason) {
    return List.of(SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table(reason)));
  }

  private static void assertPage(HttpResponse<String> page, int status, String... words) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(List.of(words)).allSatisfy(word -> assertThat(page.body()).contains(word));
  }

  private static void activated(String version) {
    HttpResponse<String> done =
        bo.post(
            "/studio/" + version + "/activation",
            Map.of("note", "from today", "expectedActive", active()));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
  }

  private static void approved(String version) {
    assertThat(bo.post("/studio/" + version + "/approval", Map.of("note", "fine")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void eachRoleSeesAndDoesItsOwnPart() {
    String version = ann.draft("roles");
    assertPage(ann.get("/studio"), 200, "Propose a change", "Ann &lt;b&gt;", "NA-1");
    assertThat(bo.get("/studio").body()).doesNotContain("Propose a change");
    assertThat(ann.get("/studio/" + version).body())
        .contains("This is for a key with the role approver", "Simulate on recorded cases")
        .doesNotContain("id=\"approval\"");
    assertThat(bo.get("/studio/" + version).body())
        .contains("id=\"approval\"")
        .doesNotContain("Simulate on recorded cases");
    assertPage(erp.get("/studio"), 403, "analyst, approver");
    assertPage(erp.get("/studio/" + version), 403, "analyst, approver");
    assertPage(erp.get("/studio/" + version + "/files/" + SmallPolicy.TABLE), 403);
    assertPage(bo.upload("x", table("by bo"), Map.of()), 403, "analyst");
    Map<String, String> note = Map.of("note", "x", "expectedActive", active());
    assertPage(ann.post("/studio/" + version + "/approval", note), 403, "approver");
    assertPage(ann.post("/studio/" + version + "/activation", note), 403, "approver");
    assertThat(status(version)).isEqualTo("CHECKED");
  }

  @Test
  void whoeverIsNotSignedInIsSentToTheForm() {
    HttpResponse<String> page = SignedIn.text(service.asNobody().request("/studio"));
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location")).contains("/sign-in?next=%2Fstudio");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789abcdef"})
  void aFormWithoutTheTokenDoesNothing(String token) {
    String version = ann.draft("forms");
    int before = versions();
    assertPage(ann.upload("x", table("forged" + token), Map.of(), token), 403);
    assertPage(bo.post("/studio/" + version + "/approval", Map.of("note", "x"), token), 403);
    assertThat(versions()).isEqualTo(before);
    assertThat(status(version)).isEqualTo("CHECKED");
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasTypedIsKept() {
    assertPage(ann.upload(" ", table("x"), Map.of()), 400, "Say why, in at most 1000 characters");
    HttpResponse<String> gone = ann.upload("x", List.of(), Map.of("delete", "a&b.csv"));
    assertPage(gone, 400, "the base has no file `decision-tables/a&amp;b.csv`", ">a&amp;b.csv<");
    HttpResponse<String> nothing =
        ann.upload(ATTACK, List.of(), Map.of("folder", "test-scenarios"));
    assertPage(nothing, 400, "Choose at least one file", "&lt;script>alert(1)");
    assertThat(nothing.body())
        .contains("<option value=\"test-scenarios\" selected>")
        .doesNotContain("<script>alert", "<img src=x");
    assertPage(ann.upload("a".repeat(1001), table("x"), Map.of()), 400, "at most 1000 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules/holds.drl                  | rules are code",
        "holds.drl                        | rules are code",
        "../decision-tables/x.csv         | not usable as a name",
        "decision-tables/../rules/x.csv   | not usable as a name",
        "/etc/x.csv                       | not usable as a name",
        "decision-tables/.hidden.csv      | not usable as a name",
        "<script>alert(1)</script>.xlsx   | expected `decision-tables/NAME.xlsx`",
        "macro.xlsm                       | expected `decision-tables/NAME.xlsx`"
      })
  void fileNamesThatMeanHarmAreRefused(String name, String message) {
    int before = versions();
    HttpResponse<String> refused =
        ann.upload("try", List.of(SmallPolicy.file(name, "a")), Map.of());
    assertPage(refused, 400, message, "No draft was made");
    assertThat(refused.body()).doesNotContain("<script>alert");
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void whatIsTooLargeIsAPageThatSaysSo() {
    List<PolicyFile> file = List.of(new PolicyFile("x.csv", new byte[20_000_001]));
    assertPage(ann.upload("big", file, Map.of()), 413, "at most 200 files of 20 MB", "big");
    List<PolicyFile> all = List.of(new PolicyFile("x.csv", new byte[50_000_001]));
    assertPage(ann.upload("huge", all, Map.of()), 413, "at most 200 files of 20 MB");
  }

  @Test
  void aBodyThatIsNoFormIsRefused() {
    HttpResponse<String> json =
        SignedIn.text(
            ann.request("/studio/drafts")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("nothing of it")));
    assertPage(json, 400);
    assertPage(ann.post("/studio/drafts", Map.of("note", "x")), 415);
  }

  @Test
  void anErrorStandsWithItsCellAndCannotBeApproved() {
    String broken = SmallPolicy.table("broken").replace("COLLECTION_CALL", "COLECTION_CALL");
    HttpResponse<String> made =
        ann.upload("typo", List.of(SmallPolicy.file("next-action.csv", broken)), Map.of());
    String version = SignedIn.versionOf(made);
    HttpResponse<String> page = ann.get("/studio/" + version + "?done=drafted&lang=en");
    assertPage(
        page,
        200,
        "The draft is made and checked.",
        "UNKNOWN_CODE",
        "/sheet?file=decision-tables%2Fnext-action.csv&amp;sheet=#C5",
        "COLECTION_CALL",
        "Did you mean",
        "Scenarios are not run while there are errors.");
    assertPage(bo.post("/studio/" + version + "/approval", Map.of("note", "x")), 409, "DRAFT");
    assertPage(bo.get("/studio/" + version + "/workbooks.zip"), 404, "This version has errors");
    assertPage(ann.get("/studio/" + version + "?lang=zh"), 200, "错误", "是否想写", "有错误时不运行场景");
  }

  @Test
  void aScenarioThatFailsIsShownAndTheDifferenceSaysWhatChanged() {
    List<PolicyFile> files =
        List.of(
            SmallPolicy.file(
                "next-action.csv",
                SmallPolicy.table("<script>alert(1)</script>").replace(">= 30", ">= 60")),
            SmallPolicy.file("calls.csv", SmallPolicy.scenarios("COLLECTION_CALL")));
    String version = SignedIn.versionOf(ann.upload(ATTACK, files, Map.of("base", active())));
    HttpResponse<String> page = ann.get("/studio/" + version);
    assertPage(
        page,
        200,
        "Scenarios: 1 failed, 0 passed",
        "/studio/" + version + "/sheet?file=test-scenarios%2Fcalls.csv&amp;sheet=#A4");
    HttpResponse<String> diff = ann.get("/studio/" + version + "/diff?lang=en");
    assertPage(diff, 200, "<del>&gt;= 30</del>", "<ins>&gt;= 60</ins>", "NA-1", "2 changes");
    for (HttpResponse<String> one : List.of(page, diff, ann.get("/studio"))) {
      assertThat(one.body()).doesNotContain("<script>alert", "<img src=x");
    }
    assertPage(ann.get("/studio/" + version + "/diff?with=none"), 404, "no version `none`");
    assertPage(ann.get("/studio/none"), 404, "no version `none`");
  }

  @Test
  void fourEyes() {
    String version = both.draft("four eyes");
    String page = both.get("/studio/" + version).body();
    assertThat(page)
        .contains("another approver has to approve it")
        .containsPattern("value=\"approved\" disabled");
    HttpResponse<String> own = both.post("/studio/" + version + "/approval", Map.of("note", "x"));
    assertPage(own, 403, "somebody else has to approve it");
    approved(version);
    assertThat(both.get("/studio/" + version).body())
        .contains("another approver has to activate it the first time");
    Map<String, String> now = Map.of("note", "x", "expectedActive", active());
    assertPage(both.post("/studio/" + version + "/activation", now), 403, "somebody else");
    assertThat(status(version)).isEqualTo("APPROVED");
  }

  @Test
  void aVersionGoesLiveAndBackAndTheAuditTells() {
    String first = active();
    String second = ann.draft("second");
    assertPage(bo.post("/studio/" + second + "/approval", Map.of("note", " ")), 400, "Say why");
    approved(second);
    String stale = "another-version";
    HttpResponse<String> late =
        bo.post("/studio/" + second + "/activation", Map.of("note", "go", "expectedActive", stale));
    assertPage(late, 409, "Nothing was done", "look again");
    assertThat(active()).isEqualTo(first);
    assertThat(bo.get("/studio/" + second).body())
        .contains("name=\"expectedActive\" value=\"" + first + "\"", "Activate this version");
    activated(second);
    assertThat(service.as(erpKey).decide().body()).contains("second").contains(second);
    assertPage(bo.get("/studio/" + second + "?done=activated"), 200, "It is live");
    assertThat(bo.get("/studio/" + second + "?done=%3Cb%3Ehacked").body())
        .doesNotContain("<b>hacked", ">hacked");
    assertThat(bo.get("/studio/" + first).body()).contains("Roll back to this version");
    activated(first);
    assertThat(service.as(erpKey).decide().body()).contains(first);
    JsonNode audit = LiveService.body(service.as(adminKey).get("/v1/audit")).get("items");
    assertThat(audit.findValuesAsText("deed").subList(0, 2)).containsOnly("POLICY_ACTIVATED");
    assertThat(audit.findValuesAsText("who")).contains("Ann <b>", "Bo");
  }

  @Test
  void whatIsRejectedCanBeSentInAgain() {
    String version = ann.draft("rejected");
    Map<String, String> no = Map.of("note", "not now", "decision", "rejected");
    assertThat(bo.post("/studio/" + version + "/approval", no).statusCode()).isEqualTo(303);
    assertThat(status(version)).isEqualTo("REJECTED");
    assertPage(ann.get("/studio/" + version), 200, "not now", "Send it in again");
    assertThat(ann.post("/studio/" + version + "/again", Map.of("note", "look")).statusCode())
        .isEqualTo(303);
    assertThat(status(version)).isEqualTo("CHECKED");
  }

  @Test
  void whatIsThereAlreadyMakesNothingNew() {
    String version = ann.draft("once");
    PolicyFile same = SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table("once"));
    HttpResponse<String> again = ann.upload("another reason", List.of(same), Map.of());
    assertThat(again.headers().firstValue("Location"))
        .contains("/studio/" + version + "?done=same");
  }

  @Test
  void inOpenModeOneMayDoItAllAndIsToldSo() throws Exception {
    try (LiveService open =
        LiveService.over(Databases.SQLITE.fresh(), SmallPolicy.saying("first")).start()) {
      SignedIn me = SignedIn.nobody(open);
      assertPage(me.get("/studio"), 200, "Your first change in ten minutes", "only the version");
      List<PolicyFile> huge = List.of(new PolicyFile("x.csv", new byte[50_000_001]));
      assertPage(me.upload("huge", huge, Map.of()), 413, "the upload is too large");
      String version = me.draft("second");
      assertPage(me.get("/studio/" + version), 200, "you may approve your own change");
      List<PolicyFile> unchecked = SmallPolicy.saying("third");
      String third =
          open.workshops().life().folder().keep(unchecked, Optional.empty(), "Ann", "from disk");
      HttpResponse<String> waiting = me.get("/studio/" + third);
      assertPage(waiting, 200, "Being checked", "from disk");
      assertThat(waiting.headers().firstValue("Refresh")).isPresent();
      assertThat(waiting.body()).doesNotContain("id=\"approval\"");
    }
  }
}
