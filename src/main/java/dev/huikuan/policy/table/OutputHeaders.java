package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headers under Then: terms that the table decides, texts as pairs, all of one level. */
final class OutputHeaders {

  private final Vocabulary vocabulary;
  private final HeaderNames names;
  private final Complaints complaints;
  private int thenColumns;
  private final List<Columns.Output> outputs = new ArrayList<>();
  private final Map<String, RawCell> decided = new LinkedHashMap<>();
  private final Map<String, Map<Language, RawCell>> pairs = new LinkedHashMap<>();

  OutputHeaders(Vocabulary vocabulary, HeaderNames names, Complaints complaints) {
    this.vocabulary = vocabulary;
    this.names = names;
    this.complaints = complaints;
  }

  /** True when there is no column under Then. */
  boolean isEmpty() {
    return thenColumns == 0;
  }

  /** One more header under Then. */
  void add(RawCell cell, int column) {
    thenColumns++;
    Optional<Bilingual> half = Bilingual.of(cell.text());
    boolean named = vocabulary.named(cell.text()).isPresent();
    String header = half.isPresent() && !named ? withoutLanguages(cell.text()) : cell.text();
    Optional<TermRef> ref = names.decided(cell, header);
    if (ref.isEmpty() || !isDecided(ref.get().term(), cell)) {
      return;
    }
    String code = ref.get().code();
    if (ref.get().term().type() == TermType.TEXT) {
      Map<Language, RawCell> halves = pairs.computeIfAbsent(code, c -> new TreeMap<>());
      if (half.isEmpty()) {
        String fit = code + " (zh), " + code + " (en)";
        complaints.unknown(
            Code.HEAD,
            cell,
            new Text("文本词条要写成两列：" + fit, "a text is written in two columns: " + fit),
            Text.same(fit),
            List.of());
      } else if (halves.putIfAbsent(half.get().language(), cell) != null) {
        duplicate(cell, halves.get(half.get().language()));
      }
      return;
    }
    RawCell earlier = decided.putIfAbsent(code, cell);
    if (earlier != null) {
      duplicate(cell, earlier);
    } else {
      outputs.add(new Columns.Output(Columns.written(ref.get(), cell), column, 0));
    }
  }

  /** The header with the language taken off each of its names. */
  private static String withoutLanguages(String header) {
    List<String> bare = new ArrayList<>();
    for (String part : header.split("[/／\\n\\r]")) {
      bare.add(Bilingual.of(part).map(Bilingual::base).orElse(part));
    }
    return String.join("/", bare);
  }

  private boolean isDecided(Term term, RawCell cell) {
    Text origin =
        switch (term.origin()) {
          case DECIDED -> Text.EMPTY;
          case GIVEN -> new Text("由案件给出", "is given in the case");
          case DERIVED -> new Text("由系统计算", "is computed by the product");
          case RULE -> new Text("由规则（DRL）设定", "is set by rules (DRL)");
          case PARAMETER -> new Text("是参数", "is a parameter");
        };
    if (term.origin() == Origin.DECIDED) {
      return true;
    }
    complaints.unknown(
        Code.HEAD,
        cell,
        new Text(
            "`" + term.code() + "` " + origin.zh() + "，决策表不能决定它",
            "`" + term.code() + "` " + origin.en() + "; a table cannot decide it"),
        new Text("来源为 decided 的词条", "a term whose origin is decided"),
        List.of());
    return false;
  }

  /** The columns, once all headers were added. */
  List<Columns.Output> finish() {
    finishPairs();
    return outputs;
  }

  private void finishPairs() {
    pairs.forEach(
        (code, halves) -> {
          if (halves.isEmpty()) {
            return;
          }
          RawCell any = halves.values().iterator().next();
          if (halves.size() < 2) {
            Language missing = halves.containsKey(Language.ZH) ? Language.EN : Language.ZH;
            String column = code + " (" + missing.tag() + ")";
            complaints.error(
                Code.MISSING_TEXT,
                any,
                "缺少另一种语言的列 `" + column + "`",
                "the column of the other language is missing: `" + column + "`");
          } else {
            Term term = vocabulary.get(code);
            RawCell zh = halves.get(Language.ZH);
            int english = Address.parse(halves.get(Language.EN).address()).column();
            Column column = Columns.written(new TermRef(term, term.level()), zh);
            int at = Address.parse(zh.address()).column();
            decided.put(code, any);
            outputs.add(new Columns.Output(column, at, english));
          }
        });
  }

  void duplicate(RawCell cell, RawCell earlier) {
    complaints.error(
        Code.DUPLICATE,
        cell,
        "与 " + earlier.address() + " 重复；每个结果列只能出现一次",
        "the same column as " + earlier.address() + "; each may stand once");
  }

  /** The level of the terms decided; one for a table. */
  Level level() {
    Level level = Level.ACCOUNT;
    for (int i = 0; i < outputs.size(); i++) {
      TermRef ref = outputs.get(i).column().term();
      RawCell cell = decided.get(ref.code());
      if (i > 0 && ref.level() != level) {
        String first = outputs.get(0).column().term().code();
        complaints.error(
            Code.HEAD,
            cell,
            "`" + ref.code() + "` 与 `" + first + "` 不在同一层；请拆成两个决策表",
            "`" + ref.code() + "` is of another level than `" + first + "`; make two tables");
      } else if (ref.level() == Level.CONTRACT) {
        complaints.error(
            Code.HEAD,
            cell,
            "决策表不能决定合同层的词条 `" + ref.code() + "`；请改为客户层或应收款层",
            "a table cannot decide a contract's term, `"
                + ref.code()
                + "`; use account or"
                + " receivable");
      } else {
        level = ref.level();
      }
    }
    return level;
  }
}
