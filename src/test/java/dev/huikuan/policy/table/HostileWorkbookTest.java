package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.huikuan.domain.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook can try against its reader, part by part: nothing else is read, nothing runs. */
class HostileWorkbookTest {

  private static final String PATH = "decision-tables/h.xlsx";

  private static RawWorkbook workbook() {
    return new RawWorkbook()
        .formats("0%")
        .shared("<t>Decision</t>")
        .sheet("S", RawWorkbook.row(1, "A", "< t=\"s\"><v>0</v>", "B", "t"), "");
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The good workbook with one part changed, as text. */
  private static byte[] with(String part, String content) throws IOException {
    Map<String, byte[]> parts = parts(workbook().bytes());
    parts.put(part, content.getBytes(StandardCharsets.UTF_8));
    return zipped(parts);
  }

  private static void assertRefused(byte[] workbook, String because) {
    WorkbookReader.Sheets read = WorkbookReader.read(PATH, workbook);
    assertThat(read.grids()).isEmpty();
    assertThat(read.findings()).hasSize(1);
    assertThat(read.findings().get(0).code()).isEqualTo(Finding.Code.FILE_REFUSED);
    assertThat(read.findings().get(0).location()).isEqualTo(PATH);
    assertThat(read.findings().get(0).message().en()).contains(because).doesNotContain("root:");
  }

  private static String cell(byte[] workbook) {
    return WorkbookReader.read(PATH, workbook).grids().get(0).rows().get(1).get(1).text();
  }

  private static String withDeclaration(byte[] xml, String declaration) {
    String text = new String(xml, StandardCharsets.UTF_8);
    return text.replaceFirst("\\?>", "?>" + java.util.regex.Matcher.quoteReplacement(declaration));
  }

  @TestFactory
  Stream<DynamicTest> noPartMayDeclareEntities(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "root:x:0:0");
    String local = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    String parameter = "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 20; i++) {
      laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    String external = "<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\">";
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, byte[]> part : parts(workbook().bytes()).entrySet()) {
      for (String declaration : List.of(local, parameter, laughs + "]>", external)) {
        tests.add(
            dynamicTest(
                part.getKey() + ": " + declaration.substring(0, 30),
                () ->
                    assertRefused(
                        with(part.getKey(), withDeclaration(part.getValue(), declaration)),
                        "document type")));
      }
    }
    return tests.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32", "IBM037"})
  void anotherEncodingHidesNoDeclaration(String encoding) throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\""
            + encoding
            + "\"?><!DOCTYPE a [<!ENTITY e \"x\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\""
            + " t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
    Map<String, byte[]> parts = parts(workbook().bytes());
    parts.put("xl/worksheets/sheet1.xml", xml.getBytes(encoding));
    assertThat(WorkbookReader.read(PATH, zipped(parts)).grids()).isEmpty();
  }

  @Test
  void anEntityThatNobodyDeclaredIsNotSilentlyDropped() throws IOException {
    String xml =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>1&e;0</t></is></c>"
            + "</row></sheetData></worksheet>";
    assertThat(WorkbookReader.read(PATH, with("xl/worksheets/sheet1.xml", xml)).grids()).isEmpty();
  }

  @Test
  void tooManyPartsAndTwoPartsOfOneNameAreRefused() throws IOException {
    Map<String, byte[]> many = parts(workbook().bytes());
    for (int i = 0; i <= WorkbookLimits.PARTS; i++) {
      many.put("xl/media/" + i, new byte[0]);
    }
    assertRefused(zipped(many), "parts");
    Map<String, byte[]> twice = parts(workbook().bytes());
    twice.put("XL/worksheets/Sheet1.xml", twice.get("xl/worksheets/sheet1.xml"));
    assertRefused(zipped(twice), "damaged");
  }

  @Test
  void archivesInTheArchiveAreNotOpened() throws IOException {
    byte[] inner = workbook().bytes();
    for (int i = 0; i < 5; i++) {
      inner = zipped(Map.of("xl/embeddings/again.xlsx", inner));
    }
    Map<String, byte[]> parts = parts(workbook().bytes());
    parts.put("xl/embeddings/again.xlsx", inner);
    assertThat(cell(zipped(parts))).isEqualTo("Decision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../tmp/huikuan-evil.txt",
        "/etc/cron.d/huikuan-evil",
        "C:\\Windows\\huikuan-evil.txt",
        "..\\..\\huikuan-evil.txt",
        "xl/worksheets/../../../huikuan-evil.xml",
        "a\u0000.xml",
        "<script>alert(1)</script>",
        "\u202Etxt.exe"
      })
  void namesOfPartsLeadNowhere(String name) throws IOException {
    Map<String, byte[]> parts = parts(workbook().bytes());
    parts.put(name, new byte[] {'x'});
    assertThat(cell(zipped(parts))).isEqualTo("Decision");
    assertThat(Path.of("/tmp/huikuan-evil.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../../../../etc/passwd",
        "file:///etc/passwd",
        "/etc/passwd",
        "http://127.0.0.1:PORT/sheet1.xml",
        "\\\\127.0.0.1\\share\\sheet1.xml"
      })
  void relationsAreNeverFollowedOutOfTheFile(String target) throws IOException {
    try (ServerSocketChannel listener = listening()) {
      String there = target.replace("PORT", "" + port(listener));
      Map<String, byte[]> parts = parts(workbook().bytes());
      String relations =
          new String(parts.get("xl/_rels/workbook.xml.rels"), StandardCharsets.UTF_8);
      assertRefused(
          with("xl/_rels/workbook.xml.rels", relations.replace("worksheets/sheet1.xml", there)),
          "damaged");
      String beside =
          relations.replace(
              "</Relationships>",
              "<Relationship Id=\"x\" Type=\"http://x/hyperlink\" TargetMode=\"External\" Target=\""
                  + there
                  + "\"/></Relationships>");
      assertThat(cell(with("xl/_rels/workbook.xml.rels", beside))).isEqualTo("Decision");
      assertThat(listener.accept()).isNull();
    }
  }

  /**
   * Formulas that call out or start programs: the value that was saved counts, or it is missing.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmd|' /C calc'!A0",
        "WEBSERVICE(&quot;http://127.0.0.1:PORT/&quot;)",
        "HYPERLINK(&quot;http://127.0.0.1:PORT/&quot;,&quot;x&quot;)",
        "IMAGE(&quot;http://127.0.0.1:PORT/x.png&quot;)",
        "'\\\\127.0.0.1\\share\\[x.xlsx]S'!A1",
        "CALL(&quot;kernel32&quot;,&quot;WinExec&quot;,&quot;JJJ&quot;,&quot;calc&quot;)"
      })
  void formulasAreNotEvaluated(String formula) throws IOException {
    try (ServerSocketChannel listener = listening()) {
      String f = "<f>" + formula.replace("PORT", "" + port(listener)) + "</f>";
      byte[] saved =
          new RawWorkbook()
              .sheet("S", RawWorkbook.row(1, "A", "< t=\"str\">" + f + "<v>as saved</v>"), "")
              .bytes();
      assertThat(cell(saved)).isEqualTo("as saved");
      byte[] unsaved = new RawWorkbook().sheet("S", RawWorkbook.row(1, "A", "<>" + f), "").bytes();
      assertThat(WorkbookReader.read(PATH, unsaved).findings()).isEmpty();
      assertThat(listener.accept()).isNull();
    }
  }

  private static ServerSocketChannel listening() throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
    listener.configureBlocking(false);
    return listener;
  }

  private static int port(ServerSocketChannel listener) throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }
}
