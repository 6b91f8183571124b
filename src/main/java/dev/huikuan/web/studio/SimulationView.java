package dev.huikuan.web.studio;

import dev.huikuan.web.view.Frame;
import java.util.Optional;

/**
 * A simulation as it stands.
 *
 * @param url its address
 * @param versionUrl the address of the version that is simulated
 * @param back where the way back leads, in words
 * @param again where to post for another run; empty for who may not start one
 * @param progress present while it runs
 * @param ended present when it ended without a result
 * @param result present when it is done
 */
public record SimulationView(
    Frame frame,
    String url,
    String versionUrl,
    String back,
    String lead,
    String started,
    Optional<String> again,
    Optional<Progress> progress,
    Optional<Ended> ended,
    Optional<ResultView> result) {

  /**
   * How far it is.
   *
   * @param total 0 while the cases are read
   */
  public record Progress(long done, long total, String said, boolean mayCancel) {}

  /**
   * Why there is no result.
   *
   * @param failed false: somebody cancelled it
   */
  public record Ended(boolean failed, String title, String lead) {}

  /** What is said once, when the simulation ends while somebody watches. */
  public String said() {
    return result.map(ResultView::said).or(() -> ended.map(Ended::title)).orElse("");
  }
}
