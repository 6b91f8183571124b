package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.huikuan.access.Principal;
import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyStatus;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.policy.Policy;
import dev.huikuan.web.studio.VersionView.Event;
import dev.huikuan.web.studio.VersionView.Link;
import dev.huikuan.web.studio.VersionView.Stage;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the page of a version of what the archive knows of it. */
final class ReadVersion {

  /** What was typed in one of the page's forms, and what was wrong with it. */
  record Tried(String form, String note, String fault) {

    static final Tried NOTHING = new Tried("", "", "");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<PolicyStatus> WAY =
      List.of(PolicyStatus.DRAFT, PolicyStatus.CHECKED, PolicyStatus.APPROVED, PolicyStatus.ACTIVE);

  private final PolicyLife life;
  private final SheetShelf shelf;

  ReadVersion(PolicyLife life, SheetShelf shelf) {
    this.life = life;
    this.shelf = shelf;
  }

  /**
   * @param words of the policy in service, for the terms of examples
   * @param done what has just been done
   */
  VersionView read(
      Frame frame,
      Policy words,
      ArchivedPolicy policy,
      Principal reader,
      Optional<VersionPhrase> done,
      Tried tried) {
    Optional<StoredCheck> check = life.archive().check(policy.version());
    Places places = places(policy.version(), check, frame);
    JsonNode report =
        check.map(c -> tree(c.report(frame.language()))).orElse(MissingNode.getInstance());
    Labels labels = new Labels(words, frame.language());
    boolean checking = check.isEmpty() && policy.status() == PolicyStatus.DRAFT;
    return new VersionView(
        frame,
        VersionWords.url(policy.version()),
        "/studio?base=" + policy.version() + "#propose",
        policy.version(),
        VersionWords.shortened(policy.version()),
        frame.t(checking ? VersionPhrase.BEING_CHECKED : VersionWords.status(policy.status())),
        VersionWords.style(policy.status()),
        VersionWords.who(policy.author(), frame),
        VersionWords.minute(policy.createdAt()),
        VersionWords.note(policy.note(), frame),
        policy.base().map(b -> new Link(VersionWords.url(b), VersionWords.shortened(b))),
        done.map(frame::t).orElse(""),
        stages(policy.status(), frame),
        new ReadActions(life, frame, reader).read(policy, check.isPresent(), tried),
        check.map(c -> new ReadCheck(report, places, labels).read()),
        contents(frame, places, report),
        history(policy, frame),
        life.archive().versions().size() > 1);
  }

  private SheetsView contents(Frame frame, Places places, JsonNode report) {
    String version = places.version();
    return new ReadSheets(frame, places, report)
        .read(life.archive().listing(version), shelf.of(version).titled());
  }

  /**
   * Where the sheets of a version are, with the names that its check knows, or those of the version
   * in service when it has errors.
   */
  Places places(String version, Optional<StoredCheck> check, Frame frame) {
    JsonNode tables =
        check
            .filter(c -> c.errors() == 0)
            .or(() -> life.archive().active().flatMap(now -> life.archive().check(now.version())))
            .map(c -> tree(c.tables()))
            .orElse(MissingNode.getInstance());
    return new Places(version, tables, frame.language().tag());
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** A version that left the way, superseded or rejected, has no current stage on it. */
  private static List<Stage> stages(PolicyStatus status, Frame frame) {
    int at = status == PolicyStatus.SUPERSEDED ? WAY.size() : WAY.indexOf(status);
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < WAY.size(); i++) {
      stages.add(new Stage(frame.t(VersionWords.status(WAY.get(i))), i < at, i == at));
    }
    if (at < 0 || at == WAY.size()) {
      stages.add(new Stage(frame.t(VersionWords.status(status)), false, true));
    }
    return stages;
  }

  private List<Event> history(ArchivedPolicy policy, Frame frame) {
    List<Event> events = new ArrayList<>();
    for (PolicyEvent event : life.archive().history(policy.version())) {
      events.add(
          0,
          new Event(
              VersionWords.minute(event.at()),
              frame.t(VersionWords.event(event.kind())),
              VersionWords.who(event.who(), frame),
              VersionWords.note(event.note(), frame)));
    }
    return events;
  }

  /** The version that a version is compared with unless another is asked for. */
  Optional<String> usualOther(ArchivedPolicy policy) {
    return policy
        .base()
        .filter(base -> life.archive().find(base).isPresent())
        .or(() -> life.archive().active().map(Activation::version))
        .filter(other -> !other.equals(policy.version()));
  }
}
