package dev.huikuan.decision.answer;

import static dev.huikuan.decision.answer.JsonWords.codes;
import static dev.huikuan.decision.answer.JsonWords.number;
import static dev.huikuan.decision.answer.JsonWords.object;
import static dev.huikuan.decision.answer.JsonWords.orNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Recommendation.Extension;
import dev.huikuan.domain.Recommendation.Installments;
import java.util.List;
import java.util.Optional;

/** Writes offers and what options are expected to bring; null where there is none. */
final class OffersJson {

  JsonNode discount(Optional<Discount> discount) {
    return discount.<JsonNode>map(this::discount).orElse(NullNode.getInstance());
  }

  private ObjectNode discount(Discount d) {
    ObjectNode node = object().put("kind", d.kind());
    node.set("percent", number(d.percent()));
    node.put("payBy", d.payBy().toString());
    node.set("amount", number(d.amount()));
    node.set("payNow", number(d.payNow()));
    node.put("currency", d.currency());
    node.set("receivables", codes(d.receivables()));
    node.set("annualizedCostPercent", number(d.annualizedCostPercent()));
    node.set("effectiveAnnualCostPercent", number(d.effectiveAnnualCostPercent()));
    node.set("breakEvenPercent", number(d.breakEvenPercent()));
    node.set("expectedBenefit", number(d.expectedBenefit()));
    node.put("preferred", d.preferred());
    approval(node, d.approval());
    return node;
  }

  JsonNode installments(Optional<Installments> installments) {
    return installments.<JsonNode>map(this::installments).orElse(NullNode.getInstance());
  }

  private ObjectNode installments(Installments plan) {
    ObjectNode node = object().put("count", plan.count()).put("method", plan.method());
    node.put("currency", plan.currency());
    node.set("downPayment", number(plan.downPayment()));
    node.set("annualInterestPercent", number(plan.annualInterestPercent()));
    node.set("schedule", AnswerJson.each(plan.schedule(), this::installment));
    node.set("totalInterest", number(plan.totalInterest()));
    node.set("receivables", codes(plan.receivables()));
    node.set("expectedBenefit", number(plan.expectedBenefit()));
    node.put("preferred", plan.preferred());
    approval(node, plan.approval());
    return node;
  }

  private ObjectNode installment(Recommendation.Installment installment) {
    ObjectNode node = object().put("dueOn", installment.dueOn().toString());
    node.set("principal", number(installment.principal()));
    node.set("interest", number(installment.interest()));
    node.set("total", number(installment.total()));
    return node;
  }

  JsonNode extension(Optional<Extension> extension) {
    return extension.<JsonNode>map(this::extension).orElse(NullNode.getInstance());
  }

  private ObjectNode extension(Extension extension) {
    ObjectNode node = object().put("kind", extension.kind()).put("days", extension.days());
    node.put("newDueOn", extension.newDueOn().toString());
    node.set("receivables", codes(extension.receivables()));
    node.set("amount", number(extension.amount()));
    node.put("currency", extension.currency());
    node.put("interestContinues", extension.interestContinues());
    node.put("preferred", extension.preferred());
    approval(node, extension.approval());
    return node;
  }

  JsonNode economics(Optional<Economics> economics) {
    return economics.<JsonNode>map(this::economics).orElse(NullNode.getInstance());
  }

  private ObjectNode economics(Economics e) {
    ObjectNode node = object();
    node.set("amount", number(e.amount()));
    node.set("probability", number(e.probability()));
    node.set("expectedOn", orNull(e.expectedOn()));
    node.set("cost", number(e.cost()));
    node.set("net", number(e.net()));
    node.put("currency", e.currency());
    node.set("rows", codes(e.rows()));
    return node;
  }

  /** Absent where no table of the policy decides it. */
  private static void approval(ObjectNode node, Optional<List<String>> approval) {
    approval.ifPresent(roles -> node.set("approval", codes(roles)));
  }
}
