package dev.huikuan.web.studio;

import dev.huikuan.web.studio.ResultView.Compared;
import java.util.List;

/**
 * An account that is treated differently, both answers side by side.
 *
 * @param url its search on the desk
 * @param ledger empty when all are of one
 * @param differs in which properties
 */
public record ChangedView(
    String name,
    String customerId,
    String ledger,
    String url,
    Compared net,
    String differs,
    List<Line> lines,
    String stepsTitle,
    List<Step> steps) {

  /** One property of both answers. */
  public record Line(String label, String before, String after, boolean differs) {}

  /** A table or rule that decided differently, by the rows that only one side has. */
  public record Step(String name, String about, String before, String after) {}
}
