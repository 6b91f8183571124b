package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.AccountPhrase;
import dev.huikuan.web.view.OutcomeTyped;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An outcome as a form sends it.
 *
 * @param key what the form was given when it was made; empty: none
 * @param values by the names of a report's parts; none empty
 */
record OutcomeSent(String key, Map<String, String> values, List<String> receivables) {

  private static final List<String> PARTS =
      List.of("type", "action", "channel", "amount", "promisedOn", "offer", "on", "note");
  private static final String RECEIVABLES = "receivableIds";

  static OutcomeSent of(Context ctx) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : PARTS) {
      String typed = Reception.text(ctx.formParam(part));
      if (!typed.isEmpty()) {
        values.put(part, typed);
      }
    }
    return new OutcomeSent(
        Reception.text(ctx.formParam("key")), values, ctx.formParams(RECEIVABLES));
  }

  /** As the API would be sent it. */
  byte[] json() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    values.forEach(report::put);
    if (values.containsKey("amount")) {
      amount(values.get("amount")).ifPresent(node -> report.set("amount", node));
    }
    if (!receivables.isEmpty()) {
      receivables.forEach(report.putArray(RECEIVABLES)::add);
    }
    return CaseText.bytes(report);
  }

  /** A number as people write it; what is none stays a text, for the reader to say so. */
  private static Optional<DecimalNode> amount(String typed) {
    return typed.matches("\\d{1,3}(,\\d{3})+(\\.\\d{1,6})?|\\d{1,12}(\\.\\d{1,6})?")
        ? Optional.of(DecimalNode.valueOf(new BigDecimal(typed.replace(",", ""))))
        : Optional.empty();
  }

  /** What makes this form, sent twice, one outcome. */
  Optional<IdempotencyKey> idempotency(String path, byte[] json) {
    return Optional.of(key)
        .filter(IdempotencyKey::isUsable)
        .map(usable -> IdempotencyKey.of(usable, path, json));
  }

  /** To be shown again, each fault at its field. */
  OutcomeTyped typed(InvalidCase invalid, Language language) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (CaseFault fault : invalid.faults()) {
      String[] parts = fault.pointer().split("/");
      String name = parts.length > 1 ? parts[1] : "";
      String message =
          fault.code().equals("REQUIRED")
              ? AccountPhrase.NEEDED.in(language)
              : fault.message().in(language);
      faults.putIfAbsent(name, message);
    }
    Map<String, String> typed = new LinkedHashMap<>(values);
    typed.putIfAbsent("type", "-");
    return new OutcomeTyped(typed, receivables, faults);
  }
}
