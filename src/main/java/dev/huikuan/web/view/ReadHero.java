package dev.huikuan.web.view;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.web.view.AnswerView.Figure;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The recommended action in words: how, in which tone, by whom, until when. */
final class ReadHero {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private ReadHero() {}

  static AnswerView.Hero of(Recommendation answer, Labels labels, Optional<ZoneId> zone) {
    Recommendation.Action action = answer.action();
    return new AnswerView.Hero(
        action.code(),
        labels.of(action.label()),
        "",
        Kind.label(action.kind(), labels),
        Kind.style(action.kind()),
        labels.of(action.reason()),
        labels.of(action.instructions()),
        terms(answer, labels, zone),
        ReadOffers.economics(action.economics(), labels),
        action.talkingPoints().stream().map(labels::of).filter(t -> !t.isEmpty()).toList());
  }

  private static List<Figure> terms(Recommendation answer, Labels labels, Optional<ZoneId> zone) {
    Recommendation.Action action = answer.action();
    List<Figure> terms = new ArrayList<>();
    action.channel().ifPresent(c -> add(terms, Phrase.CHANNEL, labels, labels.code("channel", c)));
    action.tone().ifPresent(t -> add(terms, Phrase.TONE, labels, labels.code("tone", t)));
    action.notBefore().ifPresent(at -> terms.add(moment(at, labels, zone)));
    action.dueBy().ifPresent(day -> add(terms, Phrase.DUE_BY, labels, day.toString()));
    action.ownerRole().ifPresent(role -> add(terms, Phrase.OWNER, labels, labels.role(role)));
    if (!action.coordinateWith().isEmpty()) {
      add(terms, Phrase.COORDINATE, labels, labels.roles(action.coordinateWith()));
    }
    if (!action.amounts().isEmpty()) {
      add(terms, Phrase.AMOUNT, labels, amounts(action, labels));
    }
    action.dunningLevel().ifPresent(level -> terms.add(level(level, action, labels)));
    action
        .approval()
        .ifPresent(roles -> add(terms, Phrase.APPROVAL, labels, approval(roles, labels)));
    answer.nextReviewOn().ifPresent(day -> add(terms, Phrase.NEXT_REVIEW, labels, day.toString()));
    List<String> about = new ArrayList<>(action.receivables());
    about.addAll(action.contracts());
    about.addAll(action.milestones());
    if (!about.isEmpty()) {
      add(terms, Phrase.ABOUT, labels, String.join(labels.separator(), about));
    }
    return terms;
  }

  private static void add(List<Figure> terms, Phrase label, Labels labels, String value) {
    terms.add(Figure.of(labels.of(label), value));
  }

  private static Figure level(int level, Recommendation.Action action, Labels labels) {
    String note =
        action
            .dunningLevelDue()
            .filter(due -> due != level)
            .map(due -> labels.of(Phrase.LEVEL_DUE) + " " + due)
            .orElse("");
    return new Figure(labels.of(Phrase.DUNNING_LEVEL), Integer.toString(level), note);
  }

  private static String approval(List<String> roles, Labels labels) {
    return roles.isEmpty() ? labels.of(Phrase.NO_APPROVAL) : labels.chain(roles);
  }

  /** {@code 2026-11-23T09:00+08:00} by the clock on the customer's wall, the zone named. */
  private static Figure moment(String written, Labels labels, Optional<ZoneId> zone) {
    String label = labels.of(Phrase.NOT_BEFORE);
    try {
      OffsetDateTime at = OffsetDateTime.parse(written);
      String offset = "UTC" + at.getOffset().getId().replace("Z", "+00:00");
      String place = zone.map(z -> z.getId() + ", " + offset).orElse(offset);
      return new Figure(
          label, MOMENT.format(at), labels.of(AccountPhrase.LOCAL_TIME) + " (" + place + ")");
    } catch (DateTimeParseException otherwise) {
      return Figure.of(label, written);
    }
  }

  private static String amounts(Recommendation.Action action, Labels labels) {
    return action.amounts().stream()
        .map(amount -> labels.money(amount.amount(), amount.currency()))
        .collect(Collectors.joining(labels.separator()));
  }
}
