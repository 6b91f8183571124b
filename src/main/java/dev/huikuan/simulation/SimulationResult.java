package dev.huikuan.simulation;

import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.RowFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a candidate policy would change, for how many and at what cost.
 *
 * @param asOf as written; empty when each case has its own
 * @param accounts decided under both policies
 * @param changed accounts whose answer differs in more than its explanation
 * @param otherAction those of them that get another action
 * @param onlyExplained accounts whose explanation alone differs
 * @param moves accounts by action before and after, unchanged ones among them
 * @param top the accounts that change most, no more than were asked for
 * @param labels of actions, holds and roles
 * @param faults the first of the cases and rows that could not be used
 * @param faultCount how many there are
 */
public record SimulationResult(
    String asOf,
    String activeVersion,
    String candidateVersion,
    String baseCurrency,
    long accounts,
    long changed,
    long otherAction,
    long onlyExplained,
    List<Move> moves,
    List<Count> actions,
    List<Hold> holds,
    List<Offer> offers,
    List<Recovery> recovery,
    List<Count> workload,
    List<ChangedAccount> top,
    Map<String, Text> labels,
    List<RowFault> faults,
    int faultCount) {

  /** How many accounts go from one action to another. */
  public record Move(String from, String to, long accounts) {

    public boolean isChange() {
      return !from.equals(to);
    }
  }

  /** Accounts per code under either policy. */
  public record Count(String code, long before, long after) {}

  /** Accounts per hold. */
  public record Hold(String code, long before, long after, long gained, long lost) {}

  /** How many, and how much in all. */
  public record Sum(long count, BigDecimal amount) {

    static final Sum NONE = new Sum(0, BigDecimal.ZERO);

    Sum plus(BigDecimal more) {
      return new Sum(count + 1, amount.add(more));
    }
  }

  /**
   * Offers of a kind.
   *
   * @param currency of the amounts
   * @param total all currencies together, in the base currency; of those that have an exchange rate
   */
  public record Offer(OfferKind kind, String currency, boolean total, Sum before, Sum after) {}

  /** Expected net of the actions that have figures, by currency. */
  public record Recovery(String currency, Sum before, Sum after) {}

  public SimulationResult {
    moves = List.copyOf(moves);
    actions = List.copyOf(actions);
    holds = List.copyOf(holds);
    offers = List.copyOf(offers);
    recovery = List.copyOf(recovery);
    workload = List.copyOf(workload);
    top = List.copyOf(top);
    faults = List.copyOf(faults);
  }
}
