package dev.huikuan.policy.table;

import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.exchange.WrittenTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactField;
import org.kie.api.definition.type.FactType;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** Exported rules, compiled and asked with nothing but what their text says. */
public final class DroolsTables {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\S+)$");
  private static final Pattern FIELD = Pattern.compile("(?m)^    (\\w+) : \\S+   // (.*?) · ");

  /**
   * What came out, in words of both sides: the rows left (none under C+, C&lt;, C&gt; and C#, where
   * the totals speak), those violated, and the totals.
   */
  public record Said(List<Row> rows, List<String> violated, Map<String, Object> totals) {}

  /** A row that is left, with what it decides by column. */
  public record Row(String id, Map<String, Object> outputs) {}

  private record Exported(String pack, Map<String, String> terms) {}

  private final KieBase base;
  private final Map<DecisionTable, Exported> exported;

  private DroolsTables(KieBase base, Map<DecisionTable, Exported> exported) {
    this.base = base;
    this.exported = exported;
  }

  /** All texts in one knowledge base; an error of the compiler fails the test. */
  public static DroolsTables compile(List<DecisionTable> tables, Vocabulary words) {
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    Map<DecisionTable, Exported> exported = new HashMap<>();
    for (DecisionTable table : tables) {
      byte[] written = WrittenTable.drl(table, words);
      builder.add(
          ResourceFactory.newInputStreamResource(
              new ByteArrayInputStream(written), StandardCharsets.UTF_8.name()),
          ResourceType.DRL);
      String text = new String(written, StandardCharsets.UTF_8);
      if (builder.hasErrors()) {
        throw new AssertionError(builder.getErrors() + "\n" + text);
      }
      exported.put(table, new Exported(pack(text), terms(text)));
    }
    return new DroolsTables(builder.newKieBase(), exported);
  }

  private static String pack(String text) {
    Matcher matcher = PACKAGE.matcher(text);
    return matcher.results().map(found -> found.group(1)).findFirst().orElseThrow();
  }

  /** The term that each field of Case holds, as its comment says. */
  private static Map<String, String> terms(String text) {
    String declared =
        text.substring(text.indexOf("declare Case"), text.indexOf("declare MatchedRow"));
    return FIELD
        .matcher(declared)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  /** All readings in one session, a case each. */
  public List<Said> ask(DecisionTable table, List<Reading> readings) {
    Exported text = exported.get(table);
    KieSession session = base.newKieSession();
    try {
      for (int i = 0; i < readings.size(); i++) {
        session.insert(theCase(table, text, "" + i, readings.get(i)));
      }
      session.fireAllRules();
      List<Said> said = new ArrayList<>();
      for (int i = 0; i < readings.size(); i++) {
        said.add(said(session, table, text, "" + i));
      }
      return said;
    } finally {
      session.dispose();
    }
  }

  private Object theCase(DecisionTable table, Exported text, String id, Reading reading) {
    FactType type = base.getFactType(text.pack(), "Case");
    try {
      Object fact = type.newInstance();
      type.set(fact, "id", id);
      type.set(fact, "asOf", reading.asOf().toEpochDay());
      for (Map.Entry<String, String> field : text.terms().entrySet()) {
        Value value = value(table, field.getValue(), reading);
        type.set(fact, field.getKey(), plain(value, true));
        if (value == Value.NOT_YET) {
          type.set(fact, field.getKey() + "NotYet", true);
        }
      }
      return fact;
    } catch (ReflectiveOperationException broken) {
      throw new AssertionError(broken);
    }
  }

  /** By the name that stands in the comment: a term at its level, or a parameter on a date. */
  private static Value value(DecisionTable table, String name, Reading reading) {
    return Asked.of(table).get(name).value(reading);
  }

  private Said said(KieSession session, DecisionTable table, Exported text, String id) {
    TreeMap<Integer, Row> rows = new TreeMap<>();
    TreeMap<Integer, String> violated = new TreeMap<>();
    Map<String, Object> totals = new TreeMap<>();
    FactType row = base.getFactType(text.pack(), "MatchedRow");
    FactType against = base.getFactType(text.pack(), "Violated");
    FactType total = base.getFactType(text.pack(), "Total");
    for (Object fact : session.getObjects()) {
      if (row.getFactClass().isInstance(fact) && id.equals(row.get(fact, "of"))) {
        rows.put((Integer) row.get(fact, "place"), row(row, fact));
      } else if (against.getFactClass().isInstance(fact) && id.equals(against.get(fact, "of"))) {
        violated.put((Integer) against.get(fact, "place"), (String) against.get(fact, "row"));
      } else if (total.getFactClass().isInstance(fact) && id.equals(total.get(fact, "of"))) {
        totals.put((String) total.get(fact, "column"), total.get(fact, "value"));
      }
    }
    return new Said(
        isTotal(table.hitPolicy()) ? List.of() : List.copyOf(rows.values()),
        List.copyOf(violated.values()),
        totals);
  }

  private static boolean isTotal(HitPolicy hitPolicy) {
    return hitPolicy.letter().length() == 2;
  }

  private static Row row(FactType type, Object fact) {
    Map<String, Object> outputs = new TreeMap<>();
    for (FactField field : type.getFields()) {
      Object value = field.get(fact);
      boolean own =
          List.of("of", "place", "row").contains(field.getName())
              || field.getName().matches("rank\\d");
      if (!own && value != null && !value.equals(false)
          || value instanceof Boolean && field.getType() == Boolean.class) {
        outputs.put(field.getName().replaceFirst("^the_", ""), value);
      }
    }
    return new Row((String) type.get(fact, "row"), outputs);
  }

  /** What the index said, in the same words. */
  public static Said said(TableResult result) {
    boolean total = isTotal(result.table().hitPolicy());
    List<Row> rows = new ArrayList<>();
    for (TableResult.Hit hit : total ? List.<TableResult.Hit>of() : result.hits()) {
      Map<String, Object> outputs = new TreeMap<>();
      hit.outputs()
          .forEach(
              (term, value) ->
                  outputs.put(
                      value == Value.NOT_YET ? term + "NotYet" : term,
                      value == Value.NOT_YET ? true : plain(value, false)));
      rows.add(new Row(hit.row().id(), outputs));
    }
    Map<String, Object> totals = new TreeMap<>();
    if (total) {
      result.outputs().forEach((term, value) -> totals.put(term, plain(value, false)));
    }
    return new Said(rows, result.violated(), totals);
  }

  private static Object plain(Value value, boolean given) {
    if (value instanceof Value.Num number) {
      return number.micros();
    }
    if (value instanceof Value.Day day) {
      return day.date().toEpochDay();
    }
    if (value instanceof Value.Clock clock) {
      return clock.time().toNanoOfDay();
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes();
    }
    if (value instanceof Value.Code code) {
      return code.code();
    }
    if (value instanceof Value.Codes list) {
      return list.codes();
    }
    if (value instanceof Value.Words words) {
      List<String> both = List.of(words.text().zh(), words.text().en());
      return given ? both.stream().map(Wording::normalise).toList() : both;
    }
    return null;
  }

  /** True for values of that type, unknown among them, and not yet for dates. */
  public static boolean fits(Value value, TermType type) {
    return switch (type) {
      case DATE -> value instanceof Value.Day || value instanceof Value.Absent;
      case TIME -> value instanceof Value.Clock || value.isUnknown();
      case YES_NO -> value instanceof Value.Flag || value.isUnknown();
      case CODE -> value instanceof Value.Code || value.isUnknown();
      case CODES -> value instanceof Value.Codes || value.isUnknown();
      case TEXT -> value instanceof Value.Words || value.isUnknown();
      default -> value instanceof Value.Num || value.isUnknown();
    };
  }
}
