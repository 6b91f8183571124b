package dev.huikuan.web.studio;

import dev.huikuan.portfolio.RowFault;
import dev.huikuan.simulation.SimulationResult;
import dev.huikuan.simulation.SimulationResult.Count;
import dev.huikuan.simulation.Words;
import dev.huikuan.web.studio.ResultView.Faults;
import dev.huikuan.web.studio.ResultView.Headline;
import dev.huikuan.web.studio.ResultView.Hold;
import dev.huikuan.web.studio.ResultView.Money;
import dev.huikuan.web.studio.ResultView.Offer;
import dev.huikuan.web.studio.ResultView.Tally;
import dev.huikuan.web.view.Labels;
import java.util.Comparator;
import java.util.List;

/** Puts what a candidate version would change into one reader's words. */
final class ReadResult {

  private static final int MOST_FAULTS = 20;
  private static final Comparator<SimulationResult.Hold> MOST_FIRST =
      Comparator.comparingLong((SimulationResult.Hold h) -> h.gained() + h.lost())
          .reversed()
          .thenComparing(SimulationResult.Hold::code);

  private final SimulationResult result;
  private final Labels labels;
  private final Words words;
  private final Differences differences;

  private ReadResult(SimulationResult result, Labels labels) {
    this.result = result;
    this.labels = labels;
    this.words = new Words(labels.language(), result.labels());
    this.differences = new Differences(labels);
  }

  static ResultView of(SimulationResult result, Labels labels) {
    return new ReadResult(result, labels).read();
  }

  private ResultView read() {
    ReadMoves moves = new ReadMoves(result, labels, words);
    ReadChanged changed = new ReadChanged(result, labels, words);
    return new ResultView(
        said(),
        result.accounts() == 0,
        headline(),
        result.differs().entrySet().stream()
            .map(e -> new Tally(words.property(e.getKey()), differences.of(0, e.getValue())))
            .toList(),
        moves.matrix(),
        moves.unmoved(),
        moves.changes(),
        result.recovery().stream().map(this::money).toList(),
        result.offers().stream().map(this::offer).toList(),
        result.holds().stream()
            .filter(hold -> hold.gained() + hold.lost() > 0)
            .sorted(MOST_FIRST)
            .map(this::hold)
            .toList(),
        result.workload().stream().map(this::workload).toList(),
        changed.accounts(),
        faults());
  }

  private String said() {
    return result.accounts() == 0
        ? t(SimulationPhrase.NO_CASES)
        : t(SimulationPhrase.SAID)
            .replace("{accounts}", differences.count(result.accounts()))
            .replace("{other}", differences.count(result.otherAction()))
            .replace("{changed}", differences.count(result.changed() - result.otherAction()))
            .replace("{same}", differences.count(result.accounts() - result.changed()));
  }

  private List<Headline> headline() {
    String explained =
        result.onlyExplained() == 0
            ? ""
            : t(SimulationPhrase.ONLY_EXPLAINED)
                .replace("{n}", differences.count(result.onlyExplained()));
    return List.of(
        large(SimulationPhrase.ACCOUNTS, result.accounts(), ""),
        large(SimulationPhrase.OTHER_ACTION, result.otherAction(), ""),
        large(SimulationPhrase.OTHER_CHANGE, result.changed() - result.otherAction(), ""),
        large(SimulationPhrase.SAME, result.accounts() - result.changed(), explained));
  }

  private Headline large(SimulationPhrase label, long value, String note) {
    return new Headline(t(label), differences.count(value), note);
  }

  private Money money(SimulationResult.Recovery net) {
    return new Money(
        net.currency(),
        differences.of(net.before().amount(), net.after().amount()),
        differences.count(net.before().count()),
        differences.count(net.after().count()));
  }

  private Offer offer(SimulationResult.Offer offer) {
    return new Offer(
        labels.of(offer.kind().label()),
        offer.total()
            ? t(SimulationPhrase.IN_ALL).replace("{currency}", offer.currency())
            : offer.currency(),
        offer.total(),
        differences.of(offer.before().count(), offer.after().count()),
        differences.of(offer.before().amount(), offer.after().amount()));
  }

  private Hold hold(SimulationResult.Hold hold) {
    return new Hold(
        words.label(hold.code()),
        differences.count(hold.before()),
        differences.count(hold.after()),
        hold.gained() == 0 ? "" : "+" + differences.count(hold.gained()),
        hold.lost() == 0 ? "" : "−" + differences.count(hold.lost()));
  }

  private Tally workload(Count count) {
    String label = count.code().isEmpty() ? t(SimulationPhrase.NOBODY) : words.label(count.code());
    return new Tally(label, differences.of(count.before(), count.after()));
  }

  private Faults faults() {
    List<String> lines =
        result.faults().stream().limit(MOST_FAULTS).map(RowFault::placed).map(labels::of).toList();
    String n = differences.count(result.faultCount());
    return new Faults(
        result.faultCount() == 0 ? "" : t(SimulationPhrase.FAULTS_LEAD).replace("{n}", n),
        lines,
        result.faultCount() <= lines.size()
            ? ""
            : t(SimulationPhrase.MORE_FAULTS).replace("{n}", differences.count(lines.size())));
  }

  private String t(SimulationPhrase phrase) {
    return phrase.in(labels.language());
  }
}
