package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.access.Role;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.WorkbookReader;
import dev.huikuan.store.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a version can be downloaded in the studio: its files, and tidy copies of its tables. */
class StudioDownloadsTest {

  private static final String URL = Databases.SQLITE.fresh();
  private static LiveService service;
  private static SignedIn ann;
  private static String first;

  @BeforeAll
  static void start() throws Exception {
    service = LiveService.over(URL, SmallPolicy.saying("first")).start();
    ann = SignedIn.as(service, URL, "Ann", Role.ANALYST);
    first = service.workshops().life().archive().active().orElseThrow().version();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void filesComeDownAsTheyAreStored() {
    String name = "decision-tables/下 一步 (2).csv";
    String other = SmallPolicy.table("named").replace("next-action", "own-table");
    byte[] bytes = ("\uFEFF" + other).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    List<PolicyFile> files = List.of(new PolicyFile(name, bytes));
    Map<String, String> instead = Map.of("delete", SmallPolicy.TABLE);
    String version = SignedIn.versionOf(ann.upload("named", files, instead));
    String page = ann.get("/studio/" + version).body();
    String url =
        "/studio/"
            + version
            + "/files/decision-tables/%E4%B8%8B%20%E4%B8%80%E6%AD%A5%20%282%29.csv";
    assertThat(page).contains("href=\"" + url + "\"");
    HttpResponse<byte[]> file = ann.bytes(url);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(bytes);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains(
            "attachment; filename=\"______2_.csv\"; filename*=UTF-8''%E4%B8%8B%20%E4%B8%80%E6%AD%A5%20%282%29.csv");
    assertThat(file.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    HttpResponse<byte[]> tidy = ann.bytes("/studio/" + version + "/workbook?decision=own-table");
    assertThat(new String(tidy.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    assertThat(ann.bytes("/studio/" + version + "/workbook?decision=none").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "..%2F..%2Fetc%2Fpasswd",
        "decision-tables/..%2F..%2Fx",
        "decision-tables/../test-scenarios/calls.csv",
        "/etc/passwd",
        "%00",
        "rules/own.drl",
        "next-action.csv",
        "decision-tables/",
        "decision-tables/none.csv"
      })
  void onlyFilesOfTheVersionComeDown(String path) {
    HttpResponse<String> answer = ann.get("/studio/" + first + "/files/" + path);
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("root:", "Decision,next-action");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void aTidyWorkbookOfEveryFileWithTablesComesInOneArchive() throws IOException {
    String second = SmallPolicy.table("second").replace("next-action", "own-table");
    List<PolicyFile> files = List.of(SmallPolicy.file("第二 张.csv", second));
    String version =
        SignedIn.versionOf(ann.upload("two", files, Map.of("delete", SmallPolicy.TABLE)));
    HttpResponse<byte[]> answer = ann.bytes("/studio/" + version + "/workbooks.zip");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    Map<String, WorkbookReader.Sheets> read = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        read.put(entry.getName(), WorkbookReader.read(entry.getName(), zip.readAllBytes()));
      }
    }
    assertThat(read).containsOnlyKeys("第二 张.xlsx");
    assertThat(read.values())
        .allSatisfy(
            sheets -> {
              assertThat(sheets.findings()).isEmpty();
              assertThat(sheets.grids().get(0).rows().toString()).contains("own-table", "second");
            });
  }
}
