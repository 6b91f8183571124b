package dev.huikuan.decision.facts;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Customer;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Evidence;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The given terms: what the case says, under the vocabulary's codes. */
final class GivenTerms {

  private GivenTerms() {}

  static Map<String, Value> ofAccount(Case theCase) {
    Customer customer = theCase.customer();
    Map<String, Value> terms = new HashMap<>(customer.attributes());
    terms.put("customerSegment", code(customer.segment()));
    terms.put("customerSize", code(customer.size()));
    terms.put("jurisdiction", code(customer.jurisdiction()));
    terms.put("timeZone", code(customer.timeZone()));
    terms.put("language", code(customer.language()));
    terms.put("creditScore", number(customer.creditScore()));
    terms.put("creditLimit", number(customer.creditLimit()));
    terms.put("financialStress", code(customer.financialStress()));
    terms.put("onTimeRatio", number(customer.onTimeRatio()));
    terms.put("averageDaysLate", number(customer.averageDaysLate()));
    terms.put("satisfaction", number(customer.satisfaction()));
    terms.put("openTickets", number(customer.openTickets()));
    terms.put("doNotContact", flag(customer.doNotContact()));
    terms.put("preferredChannel", code(customer.preferredChannel()));
    terms.put("bankDataAsOf", Value.date(theCase.bankDataAsOf()));
    terms.put("lastReconciledOn", Value.date(theCase.lastReconciledOn()));
    return terms;
  }

  static Map<String, Value> ofContract(Contract contract) {
    Map<String, Value> terms = new HashMap<>(contract.attributes());
    terms.put("netDays", number(contract.netDays()));
    terms.put("graceDays", number(contract.graceDays()));
    contract
        .earlyPaymentDiscount()
        .ifPresent(
            discount -> {
              terms.put("contractDiscountPercent", Value.number(discount.percent()));
              terms.put("contractDiscountDays", Value.whole(discount.withinDays()));
            });
    contract
        .lateInterest()
        .ifPresent(
            interest -> {
              terms.put("lateInterestPercent", Value.number(interest.percent()));
              terms.put("lateInterestPer", Value.code(interest.per()));
            });
    terms.put("installmentsAllowed", flag(contract.installmentsAllowed()));
    terms.put("maxInstallments", number(contract.maxInstallments()));
    terms.put("suspensionClause", flag(contract.suspensionClause()));
    terms.put("disputeResolution", code(contract.disputeResolution()));
    terms.put("governingLaw", code(contract.governingLaw()));
    terms.put("termsClear", flag(contract.termsClear()));
    terms.put("signedOn", Value.date(contract.signedOn()));
    terms.put("endsOn", Value.date(contract.endsOn()));
    terms.put("progressPercent", number(contract.progressPercent()));
    terms.put("totalAmount", number(contract.totalAmount()));
    terms.put("paidAmount", number(contract.paidAmount()));
    return terms;
  }

  /** The due date is the given one, else the one that follows from invoice and net days. */
  static Map<String, Value> ofReceivable(OpenItem item, Customer customer) {
    Receivable receivable = item.receivable();
    Map<String, Value> terms = new HashMap<>(receivable.attributes());
    terms.put("amount", Numbers.value(receivable.amount()));
    terms.put("outstanding", Numbers.value(receivable.outstanding()));
    terms.put("invoicedOn", Value.date(receivable.invoicedOn()));
    terms.put("invoiceDeliveredOn", Value.date(receivable.invoiceDeliveredOn()));
    terms.put("goodsDeliveredOn", Value.date(receivable.goodsDeliveredOn()));
    terms.put("dueOn", item.due().agreed().map(Value::date).orElse(Value.UNKNOWN));
    terms.put("invoiceError", flag(receivable.invoiceError()));
    terms.put("delayReason", code(receivable.delayReason().or(customer.delayReason())));
    terms.put("lastInterruptionOn", Value.date(receivable.lastInterruptionOn()));
    receivable.dispute().ifPresent(dispute -> dispute(terms, dispute));
    evidence(terms, receivable.evidence());
    return terms;
  }

  private static void dispute(Map<String, Value> terms, Dispute dispute) {
    terms.put("disputeOpenedOn", dispute.openedOn().map(Value::date).orElse(Value.UNKNOWN));
    terms.put("disputeResolvedOn", dispute.resolvedOn().map(Value::date).orElse(Value.NOT_YET));
    terms.put("disputeReason", dispute.reason().map(Value::code).orElse(Value.UNKNOWN));
  }

  private static void evidence(Map<String, Value> terms, Evidence evidence) {
    terms.put("evidenceContract", flag(evidence.contract()));
    terms.put("evidenceDelivery", flag(evidence.delivery()));
    terms.put("evidenceAcceptance", flag(evidence.acceptance()));
    terms.put("evidenceInvoice", flag(evidence.invoice()));
    terms.put("evidenceReconciliation", flag(evidence.reconciliation()));
    terms.put("evidenceDemand", flag(evidence.demand()));
  }

  static Value code(Known<String> code) {
    return code.toOptional().map(Value::code).orElse(Value.UNKNOWN);
  }

  private static Value number(Known<BigDecimal> number) {
    return Numbers.value(number.toOptional());
  }

  private static Value flag(Known<Boolean> flag) {
    return flag.toOptional().map(Value::flag).orElse(Value.UNKNOWN);
  }
}
