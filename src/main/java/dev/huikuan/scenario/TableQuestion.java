package dev.huikuan.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.TableIndex;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Facts to be held against tables alone, without a case: {@code {"asOf": …, "decision": "t",
 * "given": {"daysPastDue": 70}}}, as every finding of a check carries them. With a decision that
 * table is evaluated on the given facts, and what is not given is unknown; without one all tables
 * are, and terms that tables decide are decided first.
 */
public final class TableQuestion {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Set<String> PROPERTIES = Set.of("asOf", "decision", "given");

  private final ObjectNode question;

  private TableQuestion(ObjectNode question) {
    this.question = question;
  }

  /** The question, if the JSON is one: an object with {@code given} and no customer. */
  public static Optional<TableQuestion> in(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      boolean asks =
          root instanceof ObjectNode
              && root.has("given")
              && !root.has("customer")
              && !root.has("receivables");
      return asks ? Optional.of(new TableQuestion((ObjectNode) root)) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What the tables answer.
   *
   * @param asOf goes before the question's own date
   * @param today where neither says a date
   */
  public TableAnswer ask(Policy policy, Optional<LocalDate> asOf, LocalDate today)
      throws InvalidCase {
    List<CaseFault> faults = new ArrayList<>();
    question
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!PROPERTIES.contains(name)) {
                faults.add(fault("/" + name, "没有 `" + name + "` 这一项", "there is no `" + name + "`"));
              }
            });
    LocalDate day = asOf.or(() -> date(faults)).orElse(today);
    GivenFacts facts = GivenFacts.read(question.get("given"), policy, day, faults);
    String decision = question.path("decision").asText("");
    List<TableIndex> tables =
        policy.tables().stream()
            .filter(index -> decision.isEmpty() || index.table().code().equals(decision))
            .filter(index -> index.table().effective().contains(day))
            .toList();
    if (tables.isEmpty()) {
      faults.add(noTable(policy, decision, day));
    }
    if (!faults.isEmpty()) {
      throw new InvalidCase(false, faults);
    }
    return facts.answer(policy.version(), tables, decision.isEmpty());
  }

  private Optional<LocalDate> date(List<CaseFault> faults) {
    JsonNode written = question.get("asOf");
    if (written == null || written.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written.asText()));
    } catch (DateTimeParseException notADate) {
      String text = "`" + written.asText() + "`";
      faults.add(
          fault(
              "/asOf", text + " 不是日期，请写成 2026-01-31", text + " is no date; write 2026-01-31"));
      return Optional.empty();
    }
  }

  private static CaseFault noTable(Policy policy, String decision, LocalDate day) {
    List<String> codes =
        policy.tables().stream().map(index -> index.table().code()).distinct().toList();
    if (codes.contains(decision) || decision.isEmpty()) {
      return fault(
          "/asOf", day + " 没有生效的决策表", "no such table is in force on " + day);
    }
    List<String> near = Wording.nearest(decision, codes);
    String like = near.isEmpty() ? "" : near.get(0);
    return fault(
        "/decision",
        "没有决策 `" + decision + "`" + (like.isEmpty() ? "" : "；是否指 `" + like + "`"),
        "there is no decision `"
            + decision
            + "`"
            + (like.isEmpty() ? "" : "; did you mean `" + like + "`"));
  }

  static CaseFault fault(String pointer, String zh, String en) {
    return new CaseFault(pointer, "INVALID", new Text(zh, en));
  }
}
