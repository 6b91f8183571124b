package dev.huikuan.decision.intake;

import dev.huikuan.domain.ActionTaken;
import dev.huikuan.domain.Agreement;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contact;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Credit;
import dev.huikuan.domain.Promise;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a tree that has passed every check to the records of the domain. */
final class CaseMapping {

  private final Fields root;
  private final PartyMapping parties;
  private final String baseCurrency;

  CaseMapping(Fields root, Attributes attributes, String baseCurrency) {
    this.root = root;
    this.parties = new PartyMapping(attributes);
    this.baseCurrency = baseCurrency;
  }

  Case read(AsOf asOf) {
    List<Contract> contracts = root.list("contracts", parties::contract).orElse(List.of());
    Map<String, String> currencies = new HashMap<>();
    contracts.forEach(c -> currencies.put(c.id(), c.currency().orElse(baseCurrency)));
    ReceivableMapping receivable = new ReceivableMapping(parties, currencies, baseCurrency);
    List<Receivable> receivables =
        root.list("receivables", receivable::receivable).orElse(List.of());
    Map<String, String> currencyOf = new HashMap<>();
    receivables.forEach(r -> currencyOf.put(r.id(), r.currency()));
    return new Case(
        asOf,
        root.text("ledger").orElse("default"),
        root.date("bankDataAsOf"),
        root.date("lastReconciledOn"),
        parties.customer(root.object("customer").orElseThrow()),
        contracts,
        receivables,
        root.list("credits", fields -> credit(fields, currencyOf, currencies)),
        root.list("promises", CaseMapping::promise),
        root.list("agreements", CaseMapping::agreement),
        root.list("contacts", CaseMapping::contact),
        root.list("actionsTaken", CaseMapping::action),
        0);
  }

  private Credit credit(
      Fields fields, Map<String, String> currencyOf, Map<String, String> ofContract) {
    Optional<String> receivable = fields.optionalText("receivableId");
    Optional<String> contract = fields.optionalText("contractId");
    String currency =
        fields
            .optionalText("currency")
            .or(() -> receivable.map(currencyOf::get))
            .or(() -> contract.map(ofContract::get))
            .orElse(baseCurrency);
    return new Credit(
        fields.required("id"),
        fields.required("kind"),
        currency,
        fields.number("amount").get(),
        fields.date("on"),
        receivable,
        contract);
  }

  private static Promise promise(Fields fields) {
    return new Promise(
        fields.optionalText("receivableId"),
        fields.number("amount").get(),
        fields.date("dueOn").get(),
        fields.number("paid").orElse(BigDecimal.ZERO),
        fields.date("madeOn"));
  }

  private static Agreement agreement(Fields fields) {
    return new Agreement(
        fields.required("id"),
        fields.required("kind"),
        fields.ids("receivableIds"),
        fields.date("agreedOn"),
        fields.date("until").toOptional(),
        fields.flag("interestContinues"),
        fields.number("payNow").toOptional(),
        fields.list("schedule", CaseMapping::installment).orElse(List.of()));
  }

  private static Agreement.Installment installment(Fields fields) {
    return new Agreement.Installment(
        fields.date("dueOn").get(),
        fields.number("amount").get(),
        fields.number("paid").orElse(BigDecimal.ZERO));
  }

  private static Contact contact(Fields fields) {
    return new Contact(
        fields.moment("at"),
        fields.text("channel"),
        fields.text("outcome"),
        fields.flag("inbound"));
  }

  private static ActionTaken action(Fields fields) {
    return new ActionTaken(
        fields.required("code"), fields.moment("at"), fields.ids("receivableIds"));
  }
}
