package dev.huikuan.web.studio;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.SimulationRun;
import dev.huikuan.lifecycle.SimulationRun.Status;
import dev.huikuan.records.CaseText;
import dev.huikuan.simulation.SimulationResult;
import dev.huikuan.simulation.StoredResult;
import dev.huikuan.web.studio.SimulationView.Ended;
import dev.huikuan.web.studio.SimulationView.Progress;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Puts a simulation as it stands into one reader's words. */
final class ReadSimulation {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int TELLING = 12;

  private final Frame frame;
  private final Labels labels;
  private final SimulationRun run;

  private ReadSimulation(Frame frame, Labels labels, SimulationRun run) {
    this.frame = frame;
    this.labels = labels;
    this.run = run;
  }

  static SimulationView of(Frame frame, Labels labels, SimulationRun run) {
    return new ReadSimulation(frame, labels, run).read();
  }

  /** The address of a simulation. */
  static String url(SimulationRun run) {
    return "/studio/simulations/" + run.id();
  }

  /** What was stored of one that is done, texts in one language. */
  static Optional<SimulationResult> result(SimulationRun run, Language language) {
    return run.result()
        .map(stored -> language == Language.ZH ? stored.zh() : stored.en())
        .map(json -> StoredResult.of(CaseText.tree(json)));
  }

  private SimulationView read() {
    Optional<SimulationResult> result = result(run, frame.language());
    boolean analyst = frame.visitor().isAnalyst();
    String version = shortened(run.version());
    return new SimulationView(
        frame,
        url(run),
        "/studio/" + run.version(),
        t(SimulationPhrase.BACK_TO_VERSION).replace("{version}", version),
        lead(result, version),
        started(),
        analyst ? Optional.of("/studio/" + run.version() + "/simulations") : Optional.empty(),
        run.status() == Status.RUNNING ? Optional.of(progress(analyst)) : Optional.empty(),
        ended(),
        result.map(done -> ReadResult.of(done, labels)));
  }

  private String lead(Optional<SimulationResult> result, String version) {
    return result
        .map(
            done ->
                t(SimulationPhrase.LEAD_BOTH)
                    .replace("{active}", shortened(done.activeVersion()))
                    .replace("{version}", version))
        .orElseGet(() -> t(SimulationPhrase.LEAD).replace("{version}", version));
  }

  private String started() {
    String who =
        run.who().equals(Principal.OPEN.name()) ? t(SimulationPhrase.OPEN_MODE) : run.who();
    return t(SimulationPhrase.STARTED)
        .replace("{when}", MINUTE.format(run.startedAt()))
        .replace("{who}", who);
  }

  private Progress progress(boolean mayCancel) {
    boolean reading = run.done() == 0;
    return new Progress(
        run.done(),
        reading ? 0 : run.total(),
        counted(reading ? SimulationPhrase.COUNTING : SimulationPhrase.DONE_OF),
        mayCancel);
  }

  private Optional<Ended> ended() {
    return switch (run.status()) {
      case FAILED ->
          Optional.of(
              new Ended(
                  true,
                  t(SimulationPhrase.FAILED),
                  t(SimulationPhrase.FAILED_LEAD).replace("{reason}", reason())));
      case CANCELLED ->
          Optional.of(
              new Ended(
                  false, t(SimulationPhrase.CANCELLED), counted(SimulationPhrase.CANCELLED_LEAD)));
      case RUNNING, DONE -> Optional.empty();
    };
  }

  private String reason() {
    return run.failure()
        .map(text -> text.in(frame.language()))
        .orElse(t(SimulationPhrase.NO_REASON));
  }

  private String counted(SimulationPhrase phrase) {
    return t(phrase)
        .replace("{done}", labels.amount(BigDecimal.valueOf(run.done())))
        .replace("{total}", labels.amount(BigDecimal.valueOf(run.total())));
  }

  private static String shortened(String version) {
    return version.substring(0, Math.min(TELLING, version.length()));
  }

  private String t(SimulationPhrase phrase) {
    return frame.t(phrase);
  }
}
