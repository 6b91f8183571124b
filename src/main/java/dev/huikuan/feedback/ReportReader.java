package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.decision.intake.SentJson;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Outcome.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads an outcome as it is sent: strictly, with every fault at its place. */
public final class ReportReader {

  /** By which one may be in contact. */
  public static final List<String> CHANNELS =
      List.of("EMAIL", "SMS", "WECHAT", "PHONE", "VISIT", "LETTER", "REGISTERED_LETTER", "PORTAL");

  private static final List<String> PROPERTIES =
      List.of(
          "type",
          "receivableIds",
          "action",
          "channel",
          "amount",
          "promisedOn",
          "offer",
          "on",
          "note",
          "actor");

  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_IDS = 1_000;

  /** What each type cannot do without. */
  private static final Map<Type, List<String>> NEEDED = new EnumMap<>(Type.class);

  /** What only some types have a use for. */
  private static final Map<String, Set<Type>> USED =
      Map.of(
          "amount", Set.of(Type.PROMISE, Type.PAID, Type.DISPUTED),
          "promisedOn", Set.of(Type.PROMISE),
          "offer", Set.of(Type.OFFER_ACCEPTED, Type.OFFER_DECLINED));

  static {
    NEEDED.put(Type.PROMISE, List.of("amount", "promisedOn"));
    NEEDED.put(Type.PAID, List.of("amount"));
    NEEDED.put(Type.OFFER_ACCEPTED, List.of("offer"));
    NEEDED.put(Type.OVERRIDDEN, List.of("action", "note"));
  }

  private final JsonNode root;
  private final List<CaseFault> faults;

  private ReportReader(JsonNode root, List<CaseFault> faults) {
    this.root = root;
    this.faults = faults;
  }

  /**
   * Reads bytes of UTF-8 JSON.
   *
   * @throws InvalidCase malformed, with every fault of the shape; pointers are into what was sent
   */
  public static Report read(byte[] json) throws InvalidCase {
    List<CaseFault> faults = new ArrayList<>();
    JsonNode root = SentJson.read(json, faults);
    if (!root.isObject()) {
      faults.add(SentJson.expected("", "TYPE", " JSON 对象", "a JSON object", root));
      throw new InvalidCase(true, faults);
    }
    Optional<Report> report = new ReportReader(root, faults).report();
    if (!faults.isEmpty()) {
      throw new InvalidCase(true, faults);
    }
    return report.orElseThrow();
  }

  private Optional<Report> report() {
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!PROPERTIES.contains(name)) {
                faults.add(SentJson.unknownProperty(name, PROPERTIES));
              }
            });
    Optional<Type> type = code("type", Type.values());
    if (!root.hasNonNull("type")) {
      faults.add(SentJson.required("/type"));
    }
    type.ifPresent(this::fits);
    List<String> ids = ids();
    Optional<String> action = text("action", LONGEST_NAME);
    Optional<String> channel = channel();
    Optional<BigDecimal> amount = amount();
    Optional<LocalDate> promisedOn =
        text("promisedOn", LONGEST_NAME).flatMap(written -> date("promisedOn", written));
    Optional<Outcome.Offer> offer = code("offer", Outcome.Offer.values());
    Optional<String> on = text("on", LONGEST_NAME);
    on.ifPresent(this::when);
    Optional<String> note = text("note", LONGEST_NOTE);
    Optional<String> actor = text("actor", LONGEST_NAME);
    return type.map(
        t -> new Report(t, ids, action, channel, amount, promisedOn, offer, on, note, actor));
  }

  private void fits(Type type) {
    for (String needed : NEEDED.getOrDefault(type, List.of())) {
      if (!root.hasNonNull(needed)) {
        faults.add(
            new CaseFault(
                "/" + needed,
                "REQUIRED",
                new Text(
                    type + " 须填写 `" + needed + "`", "`" + needed + "` is required for " + type)));
      }
    }
    USED.forEach(
        (name, types) -> {
          if (root.hasNonNull(name) && !types.contains(type)) {
            String list = String.join(", ", types.stream().map(Enum::name).sorted().toList());
            faults.add(
                new CaseFault(
                    "/" + name,
                    "NOT_ALLOWED",
                    new Text(
                        type + " 不使用 `" + name + "`，请去掉；它只用于 " + list,
                        type + " has no use for `" + name + "`: leave it out; it is for " + list)));
          }
        });
  }

  private <E extends Enum<E>> Optional<E> code(String name, E[] values) {
    JsonNode node = root.path(name);
    if (!root.hasNonNull(name)) {
      return Optional.empty();
    }
    Optional<E> found =
        Stream.of(values)
            .filter(value -> node.isTextual() && value.name().equals(node.asText()))
            .findFirst();
    if (found.isEmpty()) {
      faults.add(SentJson.notInList("/" + name, node, Stream.of(values).map(Enum::name).toList()));
    }
    return found;
  }

  private Optional<String> channel() {
    Optional<String> channel = text("channel", LONGEST_NAME);
    if (channel.isPresent() && !CHANNELS.contains(channel.get())) {
      faults.add(SentJson.notInList("/channel", root.path("channel"), CHANNELS));
    }
    return channel;
  }

  private Optional<String> text(String name, int longest) {
    JsonNode node = root.path(name);
    if (!root.hasNonNull(name)) {
      return Optional.empty();
    }
    if (!node.isTextual() || node.asText().isBlank() || node.asText().length() > longest) {
      faults.add(
          SentJson.expected(
              "/" + name,
              "TYPE",
              " 1 到 " + longest + " 个字符的文本",
              "a text of 1 to " + longest + " characters",
              node));
      return Optional.empty();
    }
    return Optional.of(node.asText());
  }

  private List<String> ids() {
    JsonNode node = root.path("receivableIds");
    if (!root.hasNonNull("receivableIds")) {
      return List.of();
    }
    if (!node.isArray() || node.size() > MOST_IDS) {
      faults.add(
          SentJson.expected(
              "/receivableIds",
              "TYPE",
              "至多 " + MOST_IDS + " 个应收款编号的数组",
              "an array of at most " + MOST_IDS + " ids of receivables",
              node));
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode id : node) {
      String pointer = "/receivableIds/" + ids.size();
      if (!id.isTextual()) {
        faults.add(SentJson.expected(pointer, "TYPE", "应收款编号", "the id of a receivable", id));
      } else if (!seen.add(id.asText())) {
        faults.add(
            new CaseFault(
                pointer,
                "DUPLICATE",
                new Text(
                    "编号 `" + SentJson.clipped(id.asText()) + "` 重复",
                    "`" + SentJson.clipped(id.asText()) + "` stands here twice")));
      }
      ids.add(id.asText());
    }
    return ids;
  }

  private Optional<BigDecimal> amount() {
    JsonNode node = root.path("amount");
    if (!root.hasNonNull("amount")) {
      return Optional.empty();
    }
    boolean fits =
        node.isNumber()
            && node.decimalValue().signum() > 0
            && node.decimalValue().compareTo(dev.huikuan.domain.Micros.LIMIT) < 0;
    if (!fits) {
      faults.add(
          SentJson.expected(
              "/amount", "RANGE", "大于 0、小于 10^12 的数", "a number above 0, below 10^12", node));
      return Optional.empty();
    }
    return Optional.of(node.decimalValue());
  }

  private Optional<LocalDate> date(String name, String written) {
    Optional<LocalDate> date = SentJson.date(written);
    if (date.isEmpty()) {
      faults.add(
          SentJson.expected(
              "/" + name,
              "FORMAT",
              "日期，如 2026-11-21",
              "a date such as 2026-11-21",
              root.path(name)));
    }
    return date;
  }

  private void when(String written) {
    Function<String, Boolean> fits =
        text -> SentJson.date(text).isPresent() || SentJson.moment(text).isPresent();
    if (!fits.apply(written)) {
      faults.add(
          SentJson.expected(
              "/on",
              "FORMAT",
              "日期（2026-11-21）或带时区偏移的日期时间（2026-11-21T10:00:00+08:00）",
              "a date such as 2026-11-21, or a date-time with offset such as"
                  + " 2026-11-21T10:00:00+08:00",
              root.path("on")));
    }
  }
}
