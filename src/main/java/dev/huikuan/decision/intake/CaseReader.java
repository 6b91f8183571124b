package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a case strictly against its JSON Schema and the policy's attributes. Thread-safe. */
public final class CaseReader {

  /** Immutable, and the same for every policy; compiling it takes some 30 ms. */
  private static final CaseSchema SCHEMA = new CaseSchema();

  private final Policy policy;
  private final Attributes attributes;

  public CaseReader(Policy policy) {
    this.policy = policy;
    this.attributes = new Attributes(policy.vocabulary());
  }

  /** The JSON Schema of the case, as published. */
  public static String schema() {
    return CaseSchema.text();
  }

  /**
   * Reads bytes of UTF-8 JSON: a case as it is, so a {@code whatIf} in it is a fault.
   *
   * @param asOf in place of the case's own, as written (date or date-time with offset)
   * @param now the door's clock; asOf defaults to its date in the customer's zone
   * @throws InvalidCase with every fault that was found, in the order of their pointers
   */
  public Case read(byte[] json, Optional<String> asOf, Instant now) throws InvalidCase {
    List<CaseFault> faults = new ArrayList<>();
    return real(StrictJson.read(Malformed.decode(json), faults), faults, asOf, now);
  }

  /** The same for a tree built in process; its numbers must be decimals. */
  public Case read(ObjectNode json, Optional<String> asOf, Instant now) throws InvalidCase {
    List<CaseFault> faults = new ArrayList<>();
    return real(new TreeCopy(faults).of(json), faults, asOf, now);
  }

  /** Reads bytes of UTF-8 JSON with the case's {@code whatIf}, if it has one. */
  public Asked ask(byte[] json, Optional<String> asOf, Instant now) throws InvalidCase {
    List<CaseFault> faults = new ArrayList<>();
    return read(StrictJson.read(Malformed.decode(json), faults), faults, asOf, now);
  }

  /**
   * The same with a what-if in place of the case's own.
   *
   * @param whatIf as it would stand in the case
   */
  public Asked ask(byte[] json, ObjectNode whatIf, Optional<String> asOf, Instant now)
      throws InvalidCase {
    List<CaseFault> faults = new ArrayList<>();
    JsonNode root = StrictJson.read(Malformed.decode(json), faults);
    if (root instanceof ObjectNode object) {
      object.set("whatIf", new TreeCopy(faults).of(whatIf));
    }
    return read(root, faults, asOf, now);
  }

  private Case real(JsonNode root, List<CaseFault> faults, Optional<String> asOf, Instant now)
      throws InvalidCase {
    if (root.hasNonNull("whatIf")) {
      faults.add(
          new CaseFault(
              "/whatIf",
              "NOT_ALLOWED",
              new Text("此处只接受实际案例，不接受假设", "a what-if is not taken here: send the case as it is")));
    }
    return read(root, faults, asOf, now).theCase();
  }

  private Asked read(JsonNode root, List<CaseFault> faults, Optional<String> given, Instant now)
      throws InvalidCase {
    List<Text> assumed = new ArrayList<>(patch(root, faults));
    AssumedTerms set =
        AssumedTerms.of(
            root instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
            policy.vocabulary());
    faults.addAll(set.faults());
    faults.addAll(AssumedPayment.faults(root.at("/whatIf/pay")));
    Case theCase = checked(root, faults, given, now);
    if (root.at("/whatIf/pay").isObject()) {
      theCase = AssumedPayment.of(root.at("/whatIf/pay"), theCase, assumed);
    }
    assumed.addAll(set.assumed());
    return new Asked(theCase, set.overrides(), assumed, root.hasNonNull("whatIf"));
  }

  /** Changes the tree as its {@code whatIf.case} says; faults then point into the changed case. */
  private static List<Text> patch(JsonNode root, List<CaseFault> faults) {
    if (!(root.at("/whatIf/case") instanceof ObjectNode patch)) {
      return List.of();
    }
    if (patch.has("whatIf")) {
      faults.add(FaultWords.unknownProperty("/whatIf/case/whatIf", "whatIf", List.<String>of()));
      return List.of();
    }
    MergePatch.apply(root, patch);
    return MergePatch.assumed(patch);
  }

  private Case checked(JsonNode root, List<CaseFault> faults, Optional<String> given, Instant now)
      throws InvalidCase {
    faults.addAll(SCHEMA.faults(root));
    faults.addAll(CaseChecks.of(root, attributes));
    ZoneId zone = zone(root, now);
    Optional<String> written = given.or(() -> text(root.path("asOf")));
    Optional<AsOf> asOf =
        written.isEmpty()
            ? Optional.of(AsOf.day(LocalDate.ofInstant(now, zone), zone))
            : Dates.asOf(written.get(), zone);
    if (given.isPresent() && asOf.isEmpty()) {
      faults.add(DateChecks.asOfFault("`" + FaultWords.clipped(given.get()) + "`"));
    }
    if (!faults.isEmpty() || asOf.isEmpty()) {
      throw new InvalidCase(false, distinct(faults));
    }
    CaseMapping mapping =
        new CaseMapping(
            new Fields(root), attributes, code("baseCurrency", asOf.get().date()).orElseThrow());
    return KnownThen.of(mapping.read(asOf.get()));
  }

  /** The customer's zone, else the parameter defaultTimeZone. */
  private ZoneId zone(JsonNode root, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
    return text(root.path("customer").path("timeZone"))
        .filter(Zones::isZone)
        .or(() -> code("defaultTimeZone", today).filter(Zones::isZone))
        .map(ZoneId::of)
        .orElse(ZoneId.of("UTC"));
  }

  private Optional<String> code(String parameter, LocalDate on) {
    return policy.parameters().value(parameter, on) instanceof Value.Code code
        ? Optional.of(code.code())
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** One fault for each place, the first that was found; a bounded number of them. */
  private static List<CaseFault> distinct(List<CaseFault> faults) {
    Map<String, CaseFault> byPlace = new LinkedHashMap<>();
    faults.forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
    return byPlace.values().stream()
        .sorted(Comparator.comparing(CaseFault::pointer, Pointers::compare))
        .limit(CaseSchema.MAX_FAULTS + 1L)
        .toList();
  }
}
