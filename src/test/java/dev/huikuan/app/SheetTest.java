package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.access.Role;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.WorkbookReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The page of a sheet: what it shows of whom, what changes it takes, and that nothing is stored.
 */
@Tag("once")
class SheetTest {

  private static SheetBench bench;

  @BeforeAll
  static void start() {
    bench = new SheetBench();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  private static int versions() {
    return bench.life().archive().versions().size();
  }

  private String page(String version, String more) {
    HttpResponse<String> answer = bench.get(SheetBench.sheet(version, "&lang=en" + more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** A cell of a page: its tag and what is in it. */
  private static String cell(String page, String address) {
    Matcher found =
        Pattern.compile("<(t[dh]) id=\"" + address + "\".*?</\\1>", Pattern.DOTALL).matcher(page);
    assertThat(found.find()).as(address).isTrue();
    return found.group();
  }

  private static String text(String page, String address) {
    return cell(page, address).replaceFirst("(?s).*?class=\"v\">(.*?)</span>.*", "$1");
  }

  private static String row(String page, int number) {
    String id = "id=\"A" + number + "\"";
    int at = page.indexOf(id);
    return page.substring(page.lastIndexOf("<tr", at), page.indexOf("</tr>", at));
  }

  @Test
  void theSheetStandsThereAsItWasWritten() {
    String page = page(bench.version(), "");
    assertThat(text(page, "A1")).isEqualTo("Decision");
    assertThat(text(page, "B9")).isEqualTo("&gt;= 30");
    assertThat(cell(page, "B6")).contains("when").contains("When");
    assertThat(cell(page, "D8")).contains("then").contains("FORMAL_DEMAND");
    assertThat(cell(page, "E8")).contains("notes");
    assertThat(cell(page, "A9")).contains("scope=\"row\"").contains("NA-020");
    assertThat(page).contains("popovertarget=\"term-B7\"").contains("Type: days");
    assertThat(page).doesNotContain(SheetBench.ATTACK).contains("&lt;script&gt;alert(1)");
    assertThat(row(page, 9)).contains("class=\"covered\"");
    assertThat(row(page, 8)).contains("not covered").contains("class=\"uncovered\"");
    assertThat(page).contains("settings.csv").contains("test-scenarios/calls.csv");
  }

  @Test
  void otherSheetsAreShownTheSameWayAndOneThatIsNotThereIsSaidToBeMissing() {
    String version = bench.version();
    String plain = "/studio/" + version + "/sheet?lang=en&file=";
    String settings = bench.get(plain + "decision-tables%2Fsettings.csv").body();
    assertThat(text(settings, "B3")).isEqualTo("胆量");
    assertThat(settings).contains("Parameters").doesNotContain("class=\"uncovered\"");
    String scenarios = bench.get(plain + "test-scenarios%2Fcalls.csv").body();
    assertThat(text(scenarios, "A4")).isEqualTo("Late");
    for (String file :
        List.of("decision-tables%2Fnone.xlsx", "..%2F..%2Fetc%2Fpasswd", "rules%2Fx")) {
      HttpResponse<String> missing = bench.get(plain + file);
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.body()).contains("There is no such sheet");
    }
    assertThat(bench.get(SheetBench.sheet(version, "x")).statusCode()).isEqualTo(404);
    assertThat(bench.get("/studio/0000/sheet?file=x").statusCode()).isEqualTo(404);
    assertThat(bench.get("/studio/" + version + "/sheet?lang=zh").body()).contains("下一步动作");
  }

  @Test
  void whatWasFoundStandsAtItsCell() {
    String broken = bench.draft(Map.of("B9", ">= thirty", "D10", "<b>NO</b>"));
    String page = page(broken, "");
    assertThat(cell(page, "B9"))
        .contains("marked error")
        .contains("aria-describedby=\"found-B9\"")
        .contains("Error");
    assertThat(page).contains("<a href=\"#B9\">B9</a>").contains("id=\"found-D10\"");
    assertThat(page).contains("there is no term `thirty`").doesNotContain("<b>NO</b>");
    assertThat(row(page, 9)).contains("flagged error");
    assertThat(cell(page, "A9")).doesNotContain("marked");
    assertThat(cell(page, "B8")).doesNotContain("marked");
    assertThat(bench.get(SheetBench.sheet(broken, "&lang=zh")).body()).contains("错误");
  }

  @Test
  void eachChangeIsCheckedWithTheWholePolicyAndNothingIsStored() {
    int before = versions();
    String bad = bench.post("cells", "cell", "B9", "text", "5..1").body();
    assertThat(cell(bad, "B9")).contains("changed").contains("marked error").contains("&gt;= 30");
    assertThat(bad).contains("1 change, 1 error").contains("name=\"change.B9\" value=\"5..1\"");
    assertThat(bad).contains("runs backwards").contains("cannot be approved");

    String good =
        bench
            .post("cells", "change.B9", "5..1", "cell", "B9", "text", ">= 45", "note", "my note")
            .body();
    assertThat(good).contains("1 change, no errors").contains("value=\"my note\"");
    assertThat(cell(good, "B9")).contains("changed").doesNotContain("marked error");

    String undone = bench.post("cells", "change.B9", ">= 45", "undo", "B9").body();
    assertThat(undone).contains("Nothing is changed yet").doesNotContain("change.B9");
    String all = bench.post("cells", "change.B9", "1", "change.C9", "x", "undo", "all").body();
    assertThat(all).contains("Nothing is changed yet");
    String same = bench.post("cells", "cell", "B9", "text", ">= 30").body();
    assertThat(same).contains("Nothing is changed yet");
    String left = bench.post("cells", "cell", "B9", "text", "x", "do", "leave").body();
    assertThat(left).contains("Nothing is changed yet");

    assertThat(text(page(bench.version(), ""), "B9")).isEqualTo("&gt;= 30");
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void aCellOpensForWhoHasNoScriptWithWhatMayStandThere() {
    String open = page(bench.version(), "&edit=C9");
    assertThat(cell(open, "C9"))
        .contains("name=\"text\"")
        .contains("list=\"values-C\"")
        .contains("New content of C9");
    assertThat(open).contains("<option value=\"WATCH\">");
    assertThat(cell(page(bench.version(), "&edit=B9"), "B9")).contains("a number of days");
    String next = bench.post("cells", "cell", "B9", "text", ">= 45", "edit", "C9").body();
    assertThat(next).contains("change.B9");
    assertThat(cell(next, "C9")).contains("name=\"text\"");
    assertThat(page(bench.version(), "&edit=%3Cb%3E")).doesNotContain("name=\"text\"");
  }

  @Test
  void hostileTextsStayTextsAndWhatNoCellCanHoldIsRefusedWithWhatWasTyped() {
    String hostile = "=cmd|' /C calc'!A0\"><script>alert(3)</script>";
    String page = bench.post("cells", "cell", "F9", "text", hostile).body();
    assertThat(page).doesNotContain("<script>alert(3)").contains("&lt;script&gt;alert(3)");

    String control = bench.post("cells", "change.B8", "9", "cell", "B9", "text", "a\u0007b").body();
    assertThat(control).contains("B9 was not changed").contains("control").contains("change.B8");
    assertThat(control).doesNotContain("name=\"change.B9\"");
    assertThat(cell(control, "B9")).contains("aria-invalid=\"true\"").contains("a\u0007b");
    String endless = bench.post("cells", "cell", "B9", "text", "x".repeat(2_001)).body();
    assertThat(endless).contains("at most 2000 characters");
    assertThat(bench.post("cells", "cell", "B9", "text", "x".repeat(6_000_000)).statusCode())
        .isEqualTo(413);
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      many.addAll(List.of("change.H" + (i + 20), "x"));
    }
    many.addAll(List.of("cell", "B9", "text", "one more"));
    String[] fields = many.toArray(String[]::new);
    assertThat(bench.post("cells", fields).body()).contains("At most 500 cells");
  }

  @Test
  void theDownloadIsTheStoredWorkbookWithTheseCellsAlone() {
    HttpResponse<byte[]> answer =
        bench.download("change.B9", ">= 45", "change.F9", "=1+1", "cell", "A11", "text", "NA-040");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"next-action.xlsx\"");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");
    Grid now = grid(answer.body());
    Grid was = grid(bench.workbook());
    assertThat(now.cell(9, 2).text()).isEqualTo(">= 45");
    assertThat(now.cell(9, 6).text()).isEqualTo("=1+1");
    assertThat(now.cell(9, 6).formula()).isEmpty();
    assertThat(now.cell(11, 1).text()).isEqualTo("NA-040");
    assertThat(now.rows().get(8)).isEqualTo(was.rows().get(8));
    assertThat(bench.download().body()).isEqualTo(bench.workbook());
    assertThat(bench.download("change.B9", "a\u0000").statusCode()).isEqualTo(422);
  }

  private static Grid grid(byte[] workbook) {
    return WorkbookReader.read(SheetBench.FILE, workbook).grids().get(0);
  }

  @Test
  void aDraftIsANewVersionWithTheChangedFileAndTheAuditTells() {
    HttpResponse<String> answer =
        bench.post("draft", "change.B9", ">= 45", "note", "later calls <b>");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String made = answer.headers().firstValue("Location").orElseThrow().replace("/studio/", "");
    assertThat(made).isNotEqualTo(bench.version());
    assertThat(bench.life().archive().find(made).orElseThrow().base()).contains(bench.version());
    List<PolicyEvent> history = bench.life().archive().history(made);
    assertThat(history).singleElement().matches(event -> event.note().equals("later calls <b>"));
    assertThat(text(page(made, ""), "B9")).isEqualTo("&gt;= 45");
    byte[] file =
        bench.life().archive().files(made).stream()
            .filter(one -> one.path().equals(SheetBench.FILE))
            .map(PolicyFile::bytes)
            .findFirst()
            .orElseThrow();
    assertThat(file).isEqualTo(bench.download("change.B9", ">= 45").body());
    String audit = bench.get("/v1/audit").body();
    assertThat(audit).contains("POLICY_DRAFTED").contains("base: " + bench.version());
  }

  @Test
  void aDraftThatCannotBeMadeLosesNothingThatWasTyped() {
    int before = versions();
    HttpResponse<String> noNote = bench.post("draft", "change.B9", ">= 45", "note", " ");
    assertThat(noNote.statusCode()).isEqualTo(422);
    assertThat(noNote.body()).contains("Say why").contains("name=\"change.B9\"");
    HttpResponse<String> nothing = bench.post("draft", "note", "why");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Nothing is changed");
    String lengthy = "n".repeat(1_001);
    HttpResponse<String> tooLong = bench.post("draft", "change.B9", "1", "note", lengthy);
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains(lengthy);
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void hitsOfRowsAreCountedOverAPeriodWithWhatCameOfThem() {
    bench.recorded("north", 40);
    bench.recorded("south", 41);
    String location = bench.recorded("north", 35);
    bench.json(bench.request(location + "/outcomes"), "{\"type\": \"REFUSED\"}");
    String page = page(bench.version(), "&hits=counted");
    assertThat(page).contains("1 row was never hit");
    assertThat(row(page, 8)).contains("never");
    assertThat(row(page, 9)).contains("class=\"count\">4<").contains("Refuses to pay 1");
    String part =
        bench
            .get(
                SheetBench.sheet(bench.version(), "").replace("/sheet?", "/sheet/hits?lang=en&"),
                "HX-Request",
                "true")
            .body();
    assertThat(part.strip())
        .startsWith("<p class=\"counted\">")
        .contains("id=\"hits-9\"")
        .contains(">4<");
    assertThat(page(bench.version(), "&hits=1&from=2026-13-01")).contains("Write dates as");
    assertThat(page(bench.version(), "&hits=1&from=2000-01-01&to=2000-01-31"))
        .contains("3 rows were never hit");
  }

  @Test
  void rolesDecideWhoSeesAndWhoChanges() {
    try (SheetBench guarded = new SheetBench()) {
      roles(guarded);
    }
  }

  private static void roles(SheetBench bench) {
    String analyst = bench.key("analyst", Role.ANALYST);
    String approver = bench.key("approver", Role.APPROVER);
    String collector = bench.key("collector", Role.COLLECTOR);
    bench.as(collector);
    assertThat(bench.get(SheetBench.sheet(bench.version(), "")).statusCode()).isEqualTo(403);
    bench.as(approver);
    String read = bench.get(SheetBench.sheet(bench.version(), "&lang=en&edit=B9")).body();
    assertThat(read).contains("NA-020");
    assertThat(read).doesNotContain("name=\"edit\"").doesNotContain("name=\"text\"");
    for (String what : Arrays.asList("cells", "workbook", "draft")) {
      assertThat(bench.post(what, "change.B9", "1", "note", "n").statusCode()).isEqualTo(403);
    }
    bench.as(analyst);
    assertThat(bench.get(SheetBench.sheet(bench.version(), "")).body())
        .contains("name=\"edit\" value=\"B9\"");
    assertThat(bench.post("cells", "cell", "B9", "text", "7").statusCode()).isEqualTo(200);
    bench.asNobody();
    assertThat(bench.get(SheetBench.sheet(bench.version(), "")).statusCode()).isIn(302, 303);
  }

  @Test
  void aLongSheetIsShownInPartsAndACellOfAnyPartIsFound() {
    StringBuilder csv = new StringBuilder("Parameters,long\nCode,Label (en),Type,Value\n");
    for (int i = 0; i < 1_500; i++) {
      csv.append("p").append(i).append(",P,NUMBER,1\n");
    }
    var upload =
        new dev.huikuan.lifecycle.Upload(
            List.of(SmallPolicy.file("decision-tables/long.csv", csv.toString())),
            List.of(),
            "test");
    String version =
        bench
            .life()
            .drafts()
            .make(Optional.of(bench.version()), upload, dev.huikuan.access.Principal.OPEN)
            .version();
    String path = "/studio/" + version + "/sheet?lang=en&file=decision-tables%2Flong.csv";
    String first = bench.get(path).body();
    assertThat(first).contains("id=\"A10\"").doesNotContain("id=\"A900\"").contains("Rows after");
    String later = bench.get(path + "&cell=A900").body();
    assertThat(text(later, "A900")).isEqualTo("p897");
    assertThat(later).contains("id=\"A2\"").doesNotContain("id=\"A10\"").contains("Rows before");
  }
}
