package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.RawCell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Histories in one cell: {@code FRIENDLY_REMINDER @ -20, COLLECTION_CALL @ -9} (days from As of),
 * {@code PHONE NO_ANSWER @ -3}, {@code INV-1 100000 @ -11 paid 0}.
 */
final class ShortForms {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "actionstaken", "actionsTaken",
          "已采取动作", "actionsTaken",
          "已采取的动作", "actionsTaken",
          "contacts", "contacts",
          "联系记录", "contacts",
          "promises", "promises",
          "付款承诺", "promises",
          "承诺", "promises");

  private static final Pattern ITEM =
      Pattern.compile("(?<what>[^@]+)@\\s*(?<when>[-+−]?\\d{1,5}|\\d{4}-\\d{2}-\\d{2})(?<rest>.*)");
  private static final LocalTime NOON = LocalTime.of(12, 0);

  private final Vocabulary vocabulary;
  private final LocalDate asOf;
  private final ZoneId zone;

  ShortForms(Vocabulary vocabulary, LocalDate asOf, ZoneId zone) {
    this.vocabulary = vocabulary;
    this.asOf = asOf;
    this.zone = zone;
  }

  /** The property of the case that the header is short for. */
  static Optional<String> property(String header) {
    return Optional.ofNullable(PROPERTIES.get(Wording.normalise(header)));
  }

  void apply(String property, RawCell cell, ObjectNode json) throws ScenarioFault {
    String written = cell.text().strip();
    if (ScenarioWords.isUnknown(written)) {
      json.remove(property);
      return;
    }
    ArrayNode items = json.putArray(property);
    if (ScenarioWords.isNothing(written)) {
      return;
    }
    for (String part : written.split("[，、;；\\n]|,(?!\\d)")) {
      if (!part.isBlank()) {
        item(property, part, cell, items.addObject());
      }
    }
  }

  private void item(String property, String part, RawCell cell, ObjectNode item)
      throws ScenarioFault {
    Matcher matcher = ITEM.matcher(part.strip().replace('＠', '@'));
    if (!matcher.matches()) {
      throw unreadable(property, part, cell);
    }
    LocalDate day = day(matcher.group("when"), part, cell);
    List<String> words = List.of(matcher.group("what").strip().split("\\s+"));
    switch (property) {
      case "actionsTaken" -> action(words, day, cell, item);
      case "contacts" -> contact(words, day, cell, item);
      default -> promise(words, day, matcher.group("rest"), part, cell, item);
    }
  }

  private LocalDate day(String when, String part, RawCell cell) throws ScenarioFault {
    try {
      return when.length() == 10 && when.charAt(4) == '-'
          ? LocalDate.parse(when)
          : asOf.plusDays(Long.parseLong(when.replace('−', '-')));
    } catch (DateTimeException e) {
      throw unreadable("date", part, cell);
    }
  }

  private String moment(LocalDate day) {
    return day.atTime(NOON).atZone(zone).toOffsetDateTime().toString();
  }

  private void action(List<String> words, LocalDate day, RawCell cell, ObjectNode item)
      throws ScenarioFault {
    item.put("code", code(words.get(0), "action", cell));
    item.put("at", moment(day));
    if (words.size() > 1) {
      ArrayNode ids = item.putArray("receivableIds");
      words.subList(1, words.size()).forEach(ids::add);
    }
  }

  private void contact(List<String> words, LocalDate day, RawCell cell, ObjectNode item) {
    item.put("at", moment(day));
    for (String word : words) {
      Optional<String> channel = find(word, "channel", cell);
      if (channel.isPresent()) {
        item.put("channel", channel.get());
      } else if (word.equalsIgnoreCase("inbound") || word.equals("来电")) {
        item.put("inbound", true);
      } else {
        item.put("outcome", word.toUpperCase(Locale.ROOT));
      }
    }
  }

  private static void promise(
      List<String> words, LocalDate day, String rest, String part, RawCell cell, ObjectNode item)
      throws ScenarioFault {
    Matcher paid = Pattern.compile("\\s*((paid|已付)\\s*(?<paid>\\d+(\\.\\d+)?))?\\s*").matcher(rest);
    String amount = words.get(words.size() - 1).replace(",", "");
    if (words.size() > 2 || !amount.matches("\\d{1,12}(\\.\\d{1,6})?") || !paid.matches()) {
      throw unreadable("promises", part, cell);
    }
    if (words.size() == 2) {
      item.put("receivableId", words.get(0));
    }
    item.set("amount", DecimalNode.valueOf(new BigDecimal(amount)));
    item.put("dueOn", day.toString());
    String got = paid.group("paid") == null ? "0" : paid.group("paid");
    item.set("paid", DecimalNode.valueOf(new BigDecimal(got)));
  }

  private String code(String word, String term, RawCell cell) throws ScenarioFault {
    Optional<String> found = find(word, term, cell);
    if (found.isEmpty()) {
      List<String> codes =
          vocabulary.get(term).values().stream().map(value -> value.code()).toList();
      throw new ScenarioFault(
          cell.location(),
          new Text("目录中没有动作 `" + word + "`", "no action `" + word + "` in the catalogue"),
          word,
          Wording.nearest(word, codes));
    }
    return found.get();
  }

  private Optional<String> find(String word, String code, RawCell cell) {
    Optional<Term> term = vocabulary.find(code);
    RawCell one = RawCell.text(word, cell.address(), cell.location());
    return term.flatMap(t -> CellParser.literal(one, t, vocabulary).value())
        .filter(Value.Code.class::isInstance)
        .map(value -> ((Value.Code) value).code());
  }

  private static ScenarioFault unreadable(String property, String part, RawCell cell) {
    String example =
        property.equals("promises") ? "INV-1 100000 @ -11 paid 0" : "FRIENDLY_REMINDER @ -20";
    return new ScenarioFault(
        cell.location(),
        new Text(
            "看不懂 `" + part.strip() + "`，应写成 `" + example + "`（@ 后为距基准日的天数）",
            "cannot read `" + part.strip() + "`; write it as `" + example + "` (days from As of)"));
  }
}
