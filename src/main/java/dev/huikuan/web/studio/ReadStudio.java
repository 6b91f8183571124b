package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyStatus;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.web.studio.StudioView.Current;
import dev.huikuan.web.studio.StudioView.DraftForm;
import dev.huikuan.web.studio.StudioView.Notice;
import dev.huikuan.web.studio.StudioView.VersionLine;
import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the studio's first page of what the archive and the registry know. */
final class ReadStudio {

  private static final int LISTED = 30;
  private static final int LONGEST_CHOICE = 40;

  private final PolicyLife life;

  ReadStudio(PolicyLife life) {
    this.life = life;
  }

  /**
   * @param serving the version in service here
   * @param asked what stands in the form
   * @param faults why it made no draft
   * @param all list every version
   */
  StudioView read(
      Frame frame, ServedPolicy serving, DraftRequest asked, List<String> faults, boolean all) {
    List<ArchivedPolicy> versions = life.archive().versions();
    Optional<String> active = life.archive().active().map(Activation::version);
    boolean cut = !all && versions.size() > LISTED;
    Optional<DraftForm> draft =
        frame.visitor().isAnalyst()
            ? Optional.of(form(frame, versions, active.orElse(""), asked, faults))
            : Optional.empty();
    return new StudioView(
        frame,
        versions.stream()
            .filter(one -> active.equals(Optional.of(one.version())))
            .findFirst()
            .map(one -> current(one, frame)),
        notices(frame),
        versions.stream().limit(cut ? LISTED : versions.size()).map(p -> line(p, frame)).toList(),
        cut ? Optional.of("/studio?all=true") : Optional.empty(),
        draft,
        draft.isPresent() ? ReadGuide.of(serving.policy(), serving.version(), frame) : List.of(),
        versions.size() < 2);
  }

  private Current current(ArchivedPolicy policy, Frame frame) {
    Optional<PolicyEvent> activated =
        life.archive().history(policy.version()).stream()
            .filter(event -> event.kind() == PolicyEvent.Kind.ACTIVATED)
            .reduce((earlier, later) -> later);
    return new Current(
        VersionWords.url(policy.version()),
        VersionWords.shortened(policy.version()),
        activated.map(event -> VersionWords.minute(event.at())).orElse(""),
        activated.map(event -> VersionWords.who(event.who(), frame)).orElse(""),
        VersionWords.note(activated.map(PolicyEvent::note).orElse(policy.note()), frame),
        VersionWords.who(policy.author(), frame));
  }

  private List<Notice> notices(Frame frame) {
    List<Notice> notices = new ArrayList<>();
    life.registry()
        .lastFailure()
        .ifPresent(
            failure ->
                notices.add(
                    new Notice(
                        "error",
                        frame
                            .t(StudioPhrase.FAILED_ACTIVATION)
                            .replace("{at}", VersionWords.minute(failure.at()))
                            .replace("{version}", VersionWords.shortened(failure.version())),
                        failure.reason().in(frame.language()))));
    life.registry()
        .folder()
        .ifPresent(
            folder -> {
              boolean broken = folder.errors() > 0;
              StudioPhrase said = broken ? StudioPhrase.FOLDER_BROKEN : StudioPhrase.FOLDER_CHANGED;
              notices.add(
                  new Notice(
                      broken ? "warning" : "info",
                      frame
                          .t(said)
                          .replace("{at}", VersionWords.minute(folder.at()))
                          .replace("{version}", VersionWords.shortened(folder.version()))
                          .replace("{errors}", Integer.toString(folder.errors())),
                      ""));
            });
    return notices;
  }

  private static VersionLine line(ArchivedPolicy policy, Frame frame) {
    return new VersionLine(
        VersionWords.url(policy.version()),
        VersionWords.shortened(policy.version()),
        frame.t(VersionWords.status(policy.status())),
        VersionWords.style(policy.status()),
        VersionWords.who(policy.author(), frame),
        VersionWords.minute(policy.createdAt()),
        VersionWords.note(policy.note(), frame),
        found(policy.errors(), policy.warnings(), frame.t(StudioPhrase.NO_FINDINGS), frame),
        policy.errors() > 0,
        policy.base().map(VersionWords::shortened).orElse(""),
        policy.base().map(VersionWords::url).orElse(""));
  }

  /** Errors and warnings in words. */
  static String found(int errors, int warnings, String none, Frame frame) {
    List<String> found = new ArrayList<>();
    if (errors > 0) {
      found.add(counted(errors, StudioPhrase.ERROR_ONE, StudioPhrase.ERRORS, frame));
    }
    if (warnings > 0) {
      found.add(counted(warnings, StudioPhrase.WARNING_ONE, StudioPhrase.WARNINGS, frame));
    }
    return found.isEmpty() ? none : String.join(" · ", found);
  }

  private static String counted(int count, StudioPhrase one, StudioPhrase many, Frame frame) {
    return count + " " + frame.t(count == 1 ? one : many);
  }

  private static DraftForm form(
      Frame frame,
      List<ArchivedPolicy> versions,
      String active,
      DraftRequest asked,
      List<String> faults) {
    String chosen = asked.base().isEmpty() ? active : asked.base();
    List<Choice> bases = new ArrayList<>();
    for (ArchivedPolicy one : versions) {
      boolean isChosen = one.version().equals(chosen);
      if (isChosen || one.version().equals(active) || bases.size() < LISTED) {
        bases.add(new Choice(one.version(), named(one, frame), isChosen));
      }
    }
    List<Choice> folders =
        List.of(
            folder("", StudioPhrase.BY_NAME, asked, frame),
            folder(DraftRequest.TABLES, StudioPhrase.TABLES, asked, frame),
            folder(DraftRequest.SCENARIOS, StudioPhrase.SCENARIOS, asked, frame),
            folder(DraftRequest.CASES, StudioPhrase.CASES, asked, frame));
    return new DraftForm(
        asked.note(),
        bases,
        folders,
        asked.deletes(),
        faults,
        limits(frame),
        Upload.MOST_FILES,
        Upload.MOST_FILE_BYTES,
        Upload.MOST_BYTES);
  }

  private static Choice folder(String code, StudioPhrase label, DraftRequest asked, Frame frame) {
    return new Choice(code, frame.t(label), code.equals(asked.folder()));
  }

  private static String named(ArchivedPolicy policy, Frame frame) {
    String note = VersionWords.note(policy.note(), frame);
    String brief = note.length() > LONGEST_CHOICE ? note.substring(0, LONGEST_CHOICE) + "…" : note;
    String status =
        frame.t(
            policy.status() == PolicyStatus.ACTIVE
                ? StudioPhrase.CURRENT
                : VersionWords.status(policy.status()));
    return VersionWords.shortened(policy.version()) + " · " + status + " · " + brief;
  }

  private static String limits(Frame frame) {
    return frame
        .t(StudioPhrase.LIMITS)
        .replace("{files}", Integer.toString(Upload.MOST_FILES))
        .replace("{file}", Integer.toString(Upload.MOST_FILE_BYTES / 1_000_000))
        .replace("{all}", Integer.toString(Upload.MOST_BYTES / 1_000_000));
  }
}
