package dev.huikuan.policy.table.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DroolsTables;
import dev.huikuan.policy.table.FormulaMark;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableCases;
import dev.huikuan.policy.table.TableIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What people can type anywhere in a table stays words in every form that it is written in. */
class HostileWordsTest {

  private static final List<String> HOSTILE =
      List.of(
          "\"); System.exit(1); (\"",
          "\\u0022); System.exit(1); (\\u0022",
          "\\\\\"+System.exit(1)+\\\"",
          "a\nend\nrule \"evil\" when then System.exit(1); end",
          "a\r\u2028\u0085System.exit(1)",
          "*/ System.exit(1); /*",
          "${System.exit(1)} @{System.exit(1)} #{1}",
          "%22 %0A %s %d",
          "'+System.exit(1)+'",
          "`x` | y || <script>alert(1)</script> &lt;b&gt; [a](javascript:alert(1)) *b* _c_ $x$",
          "=cmd|' /C calc'!A0",
          "+1+cmd",
          "-2+cmd()",
          "@SUM(1)",
          "\t=1",
          "'=1",
          "''-x",
          "-5..3",
          "-",
          "\u202Etxet\u2066 \uD83D\uDE00 好");

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** A table where everything that is free text is hostile; codes are what attributes may list. */
  private static List<PolicyFile> files() {
    StringBuilder csv = new StringBuilder();
    String worst = HOSTILE.get(0) + HOSTILE.get(3) + HOSTILE.get(9);
    csv.append("Decision,").append(quoted(worst)).append(",").append(quoted("x " + worst));
    csv.append(",").append(quoted("好 " + worst)).append("\nHit policy,COLLECT\n");
    csv.append("Description,").append(quoted(String.join("\n", HOSTILE))).append("\n");
    csv.append(",When,,Then,,Notes\n");
    csv.append("Row,industry,daysPastDue,talkingPoint (zh),talkingPoint (en),")
        .append("Reason (zh),Reason (en),Note\n");
    for (int i = 0; i < HOSTILE.size(); i++) {
      String word = HOSTILE.get(i).replaceAll("[{}]", "");
      String quote = word.contains("\"") ? "'" : "\"";
      String cell = word.contains("'") && word.contains("\"") ? "plain" : quote + word + quote;
      // The apostrophe that guards against formulas is part of the file's language.
      csv.append(quoted(FormulaMark.put("R" + i + " " + word)))
          .append(",")
          .append(quoted(FormulaMark.put(cell)))
          .append(",>= ")
          .append(i)
          .append(",")
          .append(quoted(FormulaMark.put(word)))
          .append(",")
          .append(quoted(FormulaMark.put(word)))
          .append(",")
          .append(quoted(FormulaMark.put(word)))
          .append(",")
          .append(quoted(FormulaMark.put(word)))
          .append(",")
          .append(quoted(FormulaMark.put(HOSTILE.get(i))))
          .append("\n");
    }
    return List.of(
        file("decision-tables/t.csv", csv.toString()),
        file(
            "decision-tables/attributes.csv",
            "Attributes\nCode,Label (zh),Label (en),Level,Origin,Type\nindustry,"
                + quoted("行业 " + worst.replace("/", ""))
                + ","
                + quoted("Industry " + worst.replace("/", ""))
                + ",account,given,text\n"));
  }

  private static PolicyFile file(String path, String text) {
    return new PolicyFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Policy load(List<PolicyFile> files) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    assertThat(loaded.findings()).noneMatch(Finding::isError);
    return loaded.policy().orElseThrow();
  }

  private static String text(BiFunction<DecisionTable, Vocabulary, byte[]> form, Policy policy) {
    byte[] written = form.apply(policy.tables().get(0).table(), policy.vocabulary());
    return new String(written, StandardCharsets.UTF_8);
  }

  @Test
  void asRulesTheyCompileToTheSameTableAndNothingElse() {
    Policy policy = load(files());
    TableIndex index = policy.tables().get(0);
    DroolsTables drools = DroolsTables.compile(List.of(index.table()), policy.vocabulary());
    TableCases cases = new TableCases(index.table(), policy.parameters(), 3);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      readings.add(cases.next());
    }
    List<DroolsTables.Said> said = drools.ask(index.table(), readings);
    int matched = 0;
    for (int i = 0; i < readings.size(); i++) {
      assertThat(said.get(i)).isEqualTo(DroolsTables.said(index.evaluate(readings.get(i))));
      matched += said.get(i).rows().size();
    }
    assertThat(matched).isGreaterThan(20);
    String text = text(WrittenTable::drl, policy);
    assertThat(text.lines().filter(line -> line.startsWith("rule "))).hasSize(HOSTILE.size());
    assertThat(text.lines().filter(line -> !line.startsWith("//") && !line.contains("   // ")))
        .noneMatch(line -> line.contains("exit("));
  }

  @Test
  void asCsvTheyReadBackAndNoCellIsAFormula() {
    Policy policy = load(files());
    String csv = text(WrittenTable::csv, policy);
    List<PolicyFile> again = new ArrayList<>(files());
    again.set(0, file("decision-tables/t.csv", csv));
    DecisionTable before = policy.tables().get(0).table();
    DecisionTable after = load(again).tables().get(0).table();
    assertThat(after.rows())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*(location|address|source)")
        .isEqualTo(before.rows());
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(after.label()).isEqualTo(before.label());
    de.siegmar.fastcsv.reader.CsvReader.builder()
        .ofCsvRecord(csv.substring(1))
        .forEach(
            record ->
                assertThat(record.getFields())
                    .noneMatch(cell -> cell.matches("(?s)[=@\\t\\r\\n].*|[+-].*[A-Za-z(|].*")));
  }

  @Test
  void asMarkdownTheyShowAsTheyAreInOneLineARow() {
    String text = text(WrittenTable::md, load(files()));
    assertThat(text).doesNotContainPattern("(?<!\\\\)(<script|&lt;b|\\|\\||\\[a|`x)");
    assertThat(text).contains("\\<script>", "\\|\\|", "\\&lt;b", "\\[a\\]");
    List<String> rows = text.lines().filter(line -> line.startsWith("|")).toList();
    assertThat(rows).hasSize(HOSTILE.size() + 2);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count())
                    .isEqualTo(9));
    assertThat(text).doesNotContain("\u2028", "\u0085", "\u202E");
  }
}
