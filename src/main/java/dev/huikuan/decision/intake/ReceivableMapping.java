package dev.huikuan.decision.intake;

import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Evidence;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Receivables, with what defaults to something else resolved.
 *
 * @param currencies contract id → currency
 */
record ReceivableMapping(
    PartyMapping parties, Map<String, String> currencies, String baseCurrency) {

  Receivable receivable(Fields fields) {
    Optional<String> contractId = fields.optionalText("contractId");
    String currency =
        fields
            .optionalText("currency")
            .or(() -> contractId.map(currencies::get))
            .orElse(baseCurrency);
    Known<BigDecimal> amount = fields.number("amount");
    Known<BigDecimal> outstanding = fields.number("outstanding");
    return new Receivable(
        fields.required("id"),
        contractId,
        fields.optionalText("milestoneId"),
        currency,
        amount.or(outstanding).get(),
        outstanding.or(amount).get(),
        fields.date("invoicedOn"),
        fields.date("invoiceDeliveredOn"),
        fields.date("goodsDeliveredOn"),
        fields.date("dueOn"),
        fields.flag("invoiceError"),
        fields.object("dispute").map(ReceivableMapping::dispute),
        fields.text("delayReason"),
        fields.date("lastInterruptionOn"),
        fields.object("evidence").map(ReceivableMapping::evidence).orElse(Evidence.UNKNOWN),
        PartyMapping.pause(fields),
        parties.attributes(fields, Level.RECEIVABLE));
  }

  private static Dispute dispute(Fields fields) {
    return new Dispute(
        fields.date("openedOn").toOptional(),
        fields.date("resolvedOn").toOptional(),
        fields.number("amount").toOptional(),
        fields.optionalText("reason"));
  }

  private static Evidence evidence(Fields fields) {
    return new Evidence(
        fields.flag("contract"),
        fields.flag("delivery"),
        fields.flag("acceptance"),
        fields.flag("invoice"),
        fields.flag("reconciliation"),
        fields.flag("demand"));
  }
}
