package dev.huikuan.decision.intake;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Customer;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Milestone;
import dev.huikuan.domain.Pause;
import dev.huikuan.domain.Value;
import java.util.Map;
import java.util.Optional;

/** Customer and contracts. */
record PartyMapping(Attributes attributes) {

  Customer customer(Fields fields) {
    return new Customer(
        fields.required("id"),
        fields.text("name"),
        fields.text("segment"),
        fields.text("size"),
        fields.text("jurisdiction"),
        fields.text("timeZone"),
        fields.text("language"),
        fields.number("creditScore"),
        fields.number("creditLimit"),
        fields.text("financialStress"),
        fields.number("onTimeRatio"),
        fields.number("averageDaysLate"),
        fields.number("satisfaction"),
        fields.number("openTickets"),
        fields.text("delayReason"),
        fields.flag("doNotContact"),
        fields.text("preferredChannel"),
        pause(fields),
        attributes(fields, Level.ACCOUNT));
  }

  Contract contract(Fields fields) {
    return new Contract(
        fields.required("id"),
        fields.text("currency"),
        fields.number("totalAmount"),
        fields.number("paidAmount"),
        fields.date("signedOn"),
        fields.date("endsOn"),
        fields.number("netDays"),
        fields.number("graceDays"),
        fields.object("earlyPaymentDiscount").map(PartyMapping::discount),
        fields.object("lateInterest").map(PartyMapping::lateInterest),
        fields.flag("installmentsAllowed"),
        fields.number("maxInstallments"),
        fields.flag("suspensionClause"),
        fields.text("disputeResolution"),
        fields.text("governingLaw"),
        fields.flag("termsClear"),
        fields.number("progressPercent"),
        fields.list("milestones", PartyMapping::milestone),
        attributes(fields, Level.CONTRACT));
  }

  private static Contract.EarlyPaymentDiscount discount(Fields fields) {
    return new Contract.EarlyPaymentDiscount(
        fields.number("percent").get(), fields.number("withinDays").get().intValueExact());
  }

  private static Contract.LateInterest lateInterest(Fields fields) {
    return new Contract.LateInterest(fields.number("percent").get(), fields.required("per"));
  }

  private static Milestone milestone(Fields fields) {
    return new Milestone(
        fields.required("id"),
        fields.text("kind"),
        fields.number("percent"),
        fields.date("dueOn"),
        fields.date("completedOn"),
        fields.flag("acceptanceRequired"),
        fields.date("acceptedOn"),
        fields.date("invoicedOn"));
  }

  static Optional<Pause> pause(Fields fields) {
    return fields
        .object("pause")
        .map(
            pause ->
                new Pause(
                    pause.date("until").toOptional(), pause.optionalText("reason").orElse("")));
  }

  Map<String, Value> attributes(Fields fields, Level level) {
    return attributes.values(fields.node().path("attributes"), level);
  }
}
