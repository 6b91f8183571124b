package dev.huikuan.web;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.Term;
import dev.huikuan.records.CountedPage;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.InvalidCursor;
import dev.huikuan.records.Page;
import dev.huikuan.records.WorklistQuery;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.DeskView.Filter;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.ReadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The worklist, a page of it read in one query. */
final class DeskPage {

  private final DecisionLog log;

  DeskPage(DecisionLog log) {
    this.log = log;
  }

  DeskView read(Frame frame, Labels labels, Principal reader, DeskAddress asked) {
    try {
      return page(frame, labels, reader, asked);
    } catch (InvalidCursor strange) {
      return page(frame, labels, reader, asked.at(Optional.empty(), 0));
    }
  }

  private DeskView page(Frame frame, Labels labels, Principal reader, DeskAddress asked) {
    WorklistQuery query = asked.query(reader, DeskAddress.PAGE);
    CountedPage<DecisionLine> counted = log.countedWorklist(query);
    Page<DecisionLine> page = counted.page();
    boolean free = reader.ledger().isEmpty();
    boolean several = page.items().stream().map(DecisionLine::ledger).distinct().count() > 1;
    List<DeskView.Line> lines = new ArrayList<>();
    for (DecisionLine line : page.items()) {
      String url = asked.at(asked.cursor(), lines.size()).decision(line.id());
      lines.add(ReadLine.of(line, labels, several, url));
    }
    DeskAddress first = asked.at(Optional.empty(), 0);
    return new DeskView(
        frame,
        lines,
        counted.total(),
        asked.value("q"),
        free,
        free ? asked.value("ledger") : "",
        filters(labels, asked),
        !asked.chosen().isEmpty(),
        asked.cursor().map(cursor -> first.list()),
        page.nextCursor().map(cursor -> asked.at(Optional.of(cursor), 0).list()));
  }

  private static List<Filter> filters(Labels labels, DeskAddress asked) {
    return List.of(
        filter("action", Phrase.NEXT_ACTION, ofCatalogue("actions", labels), labels, asked),
        filter("owner", Phrase.OWNER, ofCatalogue("roles", labels), labels, asked),
        filter("bucket", Phrase.BUCKET, ofTerm("agingBucket", labels), labels, asked),
        filter("tier", Phrase.RISK_TIER, ofTerm("riskTier", labels), labels, asked),
        filter("hold", Phrase.HOLD, ofCatalogue("holds", labels), labels, asked));
  }

  private static List<AllowedValue> ofCatalogue(String name, Labels labels) {
    return Optional.ofNullable(labels.policy().catalogues().get(name))
        .map(Catalogue::allowedValues)
        .orElse(List.of());
  }

  private static List<AllowedValue> ofTerm(String code, Labels labels) {
    return labels.policy().vocabulary().find(code).map(Term::values).orElse(List.of());
  }

  /** A value that the policy does not know, as one of an older version, stays chosen. */
  private static Filter filter(
      String name, Phrase label, List<AllowedValue> values, Labels labels, DeskAddress asked) {
    String chosen = asked.value(name);
    List<Choice> choices = new ArrayList<>();
    for (AllowedValue value : values) {
      String text = labels.of(value.label());
      boolean isChosen = value.code().equals(chosen);
      choices.add(new Choice(value.code(), text.isEmpty() ? value.code() : text, isChosen));
    }
    if (!chosen.isEmpty() && choices.stream().noneMatch(Choice::chosen)) {
      choices.add(new Choice(chosen, chosen, true));
    }
    return new Filter(name, labels.of(label), choices);
  }
}
