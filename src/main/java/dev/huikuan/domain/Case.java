package dev.huikuan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything known about one customer account as of one moment. Lists that may be unknown are
 * {@link Known}: an absent list is unknown, an empty one says that there was nothing.
 *
 * @param ledger the set of books (账套) the account belongs to
 * @param bankDataAsOf the last day whose bank entries are in the ledger
 * @param omitted how many dated records were left out because they lie after {@code asOf}
 */
public record Case(
    AsOf asOf,
    String ledger,
    Known<LocalDate> bankDataAsOf,
    Known<LocalDate> lastReconciledOn,
    Customer customer,
    List<Contract> contracts,
    List<Receivable> receivables,
    Known<List<Credit>> credits,
    Known<List<Promise>> promises,
    Known<List<Agreement>> agreements,
    Known<List<Contact>> contacts,
    Known<List<ActionTaken>> actionsTaken,
    int omitted) {

  public Case {
    contracts = List.copyOf(contracts);
    receivables = List.copyOf(receivables);
    credits = credits.map(List::copyOf);
    promises = promises.map(List::copyOf);
    agreements = agreements.map(List::copyOf);
    contacts = contacts.map(List::copyOf);
    actionsTaken = actionsTaken.map(List::copyOf);
  }

  public Optional<Contract> contract(String id) {
    return contracts.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** The contract that the receivable names, if the case has it. */
  public Optional<Contract> contractOf(Receivable receivable) {
    return receivable.contractId().flatMap(this::contract);
  }

  public Optional<Receivable> receivable(String id) {
    return receivables.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
