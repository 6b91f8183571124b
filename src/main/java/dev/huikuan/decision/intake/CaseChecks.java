package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a schema cannot say about a case: ids that repeat, references that lead nowhere, codes that
 * do not exist. Looks at the tree as it is, also when the schema found faults in it.
 */
final class CaseChecks {

  private static final Set<String> COUNTRIES = countries();

  private final JsonNode root;
  private final Attributes attributes;
  private final List<CaseFault> faults = new ArrayList<>();

  private CaseChecks(JsonNode root, Attributes attributes) {
    this.root = root;
    this.attributes = attributes;
  }

  static List<CaseFault> of(JsonNode root, Attributes attributes) {
    CaseChecks checks = new CaseChecks(root, attributes);
    for (String list : List.of("contracts", "receivables", "credits", "agreements")) {
      checks.uniqueIds("/" + list, list(root, list));
    }
    checks.customer(root.path("customer"));
    checks.contracts();
    checks.receivables();
    checks.credits();
    checks.agreements();
    checks.faults.addAll(DateChecks.of(root));
    return checks.faults;
  }

  private static Set<String> countries() {
    Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    codes.add("UK");
    return Set.copyOf(codes);
  }

  private void uniqueIds(String pointer, JsonNode list) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String id = list.get(i).path("id").asText("");
      Integer before = id.isEmpty() ? null : first.putIfAbsent(id, i);
      if (before != null) {
        String other = Pointers.item(pointer, before);
        String shown = FaultWords.shown(list.get(i).path("id"));
        fault(
            Pointers.item(pointer, i) + "/id",
            "DUPLICATE",
            "编号 " + shown + " 与 " + other + " 重复",
            "id " + shown + " is already that of " + other);
      }
    }
  }

  private void customer(JsonNode customer) {
    country("/customer/jurisdiction", customer.path("jurisdiction"));
    attributes(Level.ACCOUNT, customer, "/customer");
    JsonNode zone = customer.path("timeZone");
    if (zone.isTextual() && !Zones.isZone(zone.asText())) {
      List<String> near = nearest(zone, Zones.names());
      fault(
          "/customer/timeZone",
          "VALUE",
          "未知时区 " + FaultWords.shown(zone) + FaultWords.meantZh(near),
          "unknown time zone " + FaultWords.shown(zone) + FaultWords.meant(near));
    }
  }

  private void contracts() {
    JsonNode contracts = list(root, "contracts");
    for (int i = 0; i < contracts.size(); i++) {
      String pointer = Pointers.item("/contracts", i);
      JsonNode contract = contracts.get(i);
      currency(pointer + "/currency", contract.path("currency"));
      country(pointer + "/governingLaw", contract.path("governingLaw"));
      uniqueIds(pointer + "/milestones", list(contract, "milestones"));
      attributes(Level.CONTRACT, contract, pointer);
    }
  }

  private void receivables() {
    Map<String, JsonNode> contracts = byId(list(root, "contracts"));
    JsonNode receivables = list(root, "receivables");
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < receivables.size(); i++) {
      String pointer = Pointers.item("/receivables", i);
      JsonNode receivable = receivables.get(i);
      currency(pointer + "/currency", receivable.path("currency"));
      attributes(Level.RECEIVABLE, receivable, pointer);
      references(pointer, receivable, contracts);
      JsonNode amount = amount(receivable);
      if (amount.isNumber()) {
        total = total.add(amount.decimalValue());
      } else if (receivable.isObject() && !amount.isContainerNode() && !amount.isTextual()) {
        fault(
            pointer + "/amount",
            "REQUIRED",
            "`amount` 与 `outstanding` 至少填一项",
            "`amount` or `outstanding` is required");
      }
    }
    if (total.compareTo(dev.huikuan.domain.Micros.LIMIT) >= 0) {
      fault("/receivables", "RANGE", "应收款合计须小于 10^12", "expected less than 10^12 in total");
    }
  }

  private static JsonNode amount(JsonNode receivable) {
    return receivable.hasNonNull("outstanding")
        ? receivable.path("outstanding")
        : receivable.path("amount");
  }

  private void references(String pointer, JsonNode receivable, Map<String, JsonNode> contracts) {
    JsonNode contractId = receivable.path("contractId");
    if (!contractId.isTextual()) {
      if (receivable.path("milestoneId").isTextual()) {
        fault(
            pointer + "/milestoneId",
            "REFERENCE",
            "填写 `milestoneId` 时须同时填写 `contractId`",
            "a `milestoneId` needs a `contractId`");
      }
      return;
    }
    reference(pointer + "/contractId", contractId, contracts.keySet(), "合同", "contract");
    JsonNode milestone = receivable.path("milestoneId");
    JsonNode contract = contracts.get(contractId.asText());
    if (milestone.isTextual() && contract != null) {
      Set<String> milestones = byId(list(contract, "milestones")).keySet();
      reference(pointer + "/milestoneId", milestone, milestones, "里程碑", "milestone");
    }
  }

  private void reference(String pointer, JsonNode id, Set<String> known, String zh, String en) {
    if (!known.contains(id.asText())) {
      List<String> near = nearest(id, known);
      fault(
          pointer,
          "REFERENCE",
          "案中没有" + zh + " " + FaultWords.shown(id) + FaultWords.meantZh(near),
          "the case has no " + en + " " + FaultWords.shown(id) + FaultWords.meant(near));
    }
  }

  /** Not for the many faults of a hostile case: comparing words costs time. */
  private List<String> nearest(JsonNode written, Set<String> known) {
    return faults.size() < CaseSchema.MAX_FAULTS && known.size() <= 1000
        ? Wording.nearest(FaultWords.clipped(written.asText()), known)
        : List.of();
  }

  /** A list of the case; none where something else stands in its place, which the schema says. */
  private static JsonNode list(JsonNode owner, String name) {
    JsonNode list = owner.path(name);
    return list.isArray() ? list : MissingNode.getInstance();
  }

  private static Map<String, JsonNode> byId(JsonNode list) {
    Map<String, JsonNode> byId = new HashMap<>();
    list.forEach(item -> byId.putIfAbsent(item.path("id").asText(""), item));
    return byId;
  }

  private void credits() {
    Map<String, JsonNode> contracts = byId(list(root, "contracts"));
    Map<String, JsonNode> receivables = byId(list(root, "receivables"));
    JsonNode credits = list(root, "credits");
    for (int i = 0; i < credits.size(); i++) {
      String pointer = Pointers.item("/credits", i);
      JsonNode credit = credits.get(i);
      currency(pointer + "/currency", credit.path("currency"));
      if (credit.path("contractId").isTextual()) {
        JsonNode contractId = credit.path("contractId");
        reference(pointer + "/contractId", contractId, contracts.keySet(), "合同", "contract");
      }
      JsonNode of = receivables.get(credit.path("receivableId").asText(""));
      String own = of == null ? "" : of.path("currency").asText("");
      String given = credit.path("currency").asText("");
      if (!own.isEmpty() && !given.isEmpty() && !own.equals(given)) {
        fault(
            pointer + "/currency",
            "VALUE",
            "贷项币种须与其应收款一致，应为 " + own,
            "expected the currency of its receivable, " + own);
      }
    }
  }

  private void agreements() {
    JsonNode agreements = list(root, "agreements");
    for (int i = 0; i < agreements.size(); i++) {
      JsonNode agreement = agreements.get(i);
      String kind = agreement.path("kind").asText("");
      String needed = kind.equals("INSTALLMENTS") ? "schedule" : "until";
      JsonNode there = agreement.path(needed);
      boolean empty = there.isNull() || there.isMissingNode() || there.isArray() && there.isEmpty();
      if (!kind.isEmpty() && empty) {
        faults.add(FaultWords.required(Pointers.item("/agreements", i) + "/" + needed));
      }
    }
  }

  private void currency(String pointer, JsonNode node) {
    if (node.isTextual() && !Currencies.isCurrency(node.asText())) {
      List<String> near = nearest(node, Currencies.codes());
      fault(
          pointer,
          "VALUE",
          "未知币种 " + FaultWords.shown(node) + FaultWords.meantZh(near),
          "unknown currency " + FaultWords.shown(node) + FaultWords.meant(near));
    }
  }

  private void country(String pointer, JsonNode node) {
    if (node.isTextual() && node.asText().length() == 2 && !COUNTRIES.contains(node.asText())) {
      fault(
          pointer,
          "VALUE",
          "未知国家代码 " + FaultWords.shown(node),
          "unknown country code " + FaultWords.shown(node));
    }
  }

  private void attributes(Level level, JsonNode owner, String pointer) {
    JsonNode given = owner.path("attributes");
    if (given.isObject()) {
      faults.addAll(attributes.faults(given, level, pointer + "/attributes"));
    }
  }

  private void fault(String pointer, String code, String zh, String en) {
    faults.add(new CaseFault(pointer, code, new Text(zh, en)));
  }
}
