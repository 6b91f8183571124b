package dev.huikuan.simulation;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import dev.huikuan.portfolio.EachAccount;
import dev.huikuan.portfolio.InvalidLedger;
import dev.huikuan.portfolio.PortfolioInput;
import dev.huikuan.portfolio.Progress;
import dev.huikuan.portfolio.RowFault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Decides the same cases under the active policy and under a candidate, in parallel, and counts what
 * differs. The same input and policies give the same result; memory does not grow with the input.
 */
public final class Simulation {

  /**
   * How it is to be done.
   *
   * @param top how many of the accounts that change most are told one by one
   * @param cancelled asked again and again; once true, {@link CancellationException} ends the run
   */
  public record Order(
      EachAccount.Dates dates, int top, Progress progress, BooleanSupplier cancelled) {}

  /** What came of an account, or why nothing did. */
  private record Outcome(Optional<Impact.Compared> compared, List<RowFault> faults) {}

  private final DecisionPipeline active;
  private final DecisionPipeline candidate;
  private final CaseReader activeReader;
  private final CaseReader candidateReader;
  private final Order order;
  private final Impact impact;

  private Simulation(DecisionPipeline active, DecisionPipeline candidate, Order order) {
    this.active = active;
    this.candidate = candidate;
    this.activeReader = new CaseReader(active.policy());
    this.candidateReader = new CaseReader(candidate.policy());
    this.order = order;
    this.impact = new Impact(order.top());
  }

  /**
   * Compares the policies on a portfolio.
   *
   * @throws InvalidLedger when the mapping or the file as a whole cannot be used
   * @throws CancellationException when it was cancelled
   */
  public static SimulationResult run(
      DecisionPipeline active, DecisionPipeline candidate, PortfolioInput input, Order order)
      throws InvalidLedger, IOException {
    return new Simulation(active, candidate, order).run(input);
  }

  private SimulationResult run(PortfolioInput input) throws InvalidLedger, IOException {
    String asOf =
        EachAccount.in(
            input, order.dates(), this::compare, this::keep, impact::fault, this::progress);
    return impact.result(
        asOf, active.policy().version(), candidate.policy().version(), roles());
  }

  private Outcome compare(EachAccount.Sent account) {
    try {
      Recommendation before = active.decide(account.read(activeReader));
      return compare(account, before);
    } catch (InvalidCase e) {
      return new Outcome(Optional.empty(), e.faults().stream().map(account::placed).toList());
    } catch (RuntimeException e) {
      return failed(account, e);
    }
  }

  private Outcome compare(EachAccount.Sent account, Recommendation before) {
    try {
      Recommendation after = candidate.decide(account.read(candidateReader));
      return new Outcome(Optional.of(Impact.Compared.of(before, after)), List.of());
    } catch (InvalidCase e) {
      return new Outcome(
          Optional.empty(),
          e.faults().stream().map(account::placed).map(Simulation::underCandidate).toList());
    }
  }

  private static RowFault underCandidate(RowFault fault) {
    Text message = fault.message();
    return new RowFault(
        fault.line(),
        fault.column(),
        new Text("候选策略不接受：" + message.zh(), "the candidate refuses it: " + message.en()));
  }

  private static Outcome failed(EachAccount.Sent account, RuntimeException e) {
    String what = e.getClass().getSimpleName() + ": " + e.getMessage();
    Text text =
        new Text(
            "内部错误（" + what + "），该客户未计入", "internal error (" + what + "): the account is left out");
    return new Outcome(Optional.empty(), List.of(new RowFault(account.line(), "", text)));
  }

  private void keep(Outcome outcome) {
    stopIfCancelled();
    outcome.faults().forEach(impact::fault);
    outcome.compared().ifPresent(impact::add);
  }

  private void progress(long done, long total) {
    stopIfCancelled();
    order.progress().at(done, total);
  }

  private void stopIfCancelled() {
    if (order.cancelled().getAsBoolean()) {
      throw new CancellationException("simulation cancelled");
    }
  }

  private Map<String, Text> roles() {
    Map<String, Text> labels = new TreeMap<>();
    for (Policy policy : List.of(active.policy(), candidate.policy())) {
      policy
          .vocabulary()
          .find("ownerRole")
          .ifPresent(
              term -> {
                for (AllowedValue role : term.values()) {
                  labels.put(role.code(), role.label());
                }
              });
    }
    return labels;
  }
}
