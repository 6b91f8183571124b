package dev.huikuan.bench;

import dev.huikuan.decision.PhaseFacts;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.policy.rules.BareSession;
import dev.huikuan.policy.rules.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * S3: a whole decision of the demo portfolio's accounts under the default policy, fully explained,
 * beside bare Drools sessions on the same DRL and facts, one for each phase as in a decision. The
 * sessions know nothing of tables, offers, dates and words.
 */
final class DecisionBench {

  private static final double SECONDS = 20;

  private DecisionBench() {}

  static void run(Consumer<Row> rows) throws Exception {
    Shipped shipped = Shipped.load();
    List<Asked> cases = Shipped.lines().stream().map(shipped::ask).toList();
    List<Map<Phase, List<Object>>> facts = new ArrayList<>();
    cases.forEach(one -> facts.add(PhaseFacts.of(shipped.policy(), one)));
    BareSession bare = new BareSession(shipped.policy(), shipped.files());
    List<Double> took =
        Effort.inTurns(
            SECONDS,
            () -> cases.forEach(one -> shipped.pipeline().decide(one)),
            () -> facts.forEach(phases -> phases.values().forEach(bare::fire)));
    double ours = took.get(0);
    double peer = took.get(1);
    String measured =
        String.format(
            Locale.ROOT,
            "%.0f us a decision, %.0f us in bare sessions (CPU)",
            ours * 1e3 / cases.size(),
            peer * 1e3 / cases.size());
    rows.accept(Row.atLeast("S3", "whole decision, default policy", measured, peer / ours, 0.6));
  }
}
