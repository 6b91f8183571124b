package dev.huikuan.scenario;

import dev.huikuan.decision.intake.WhereFrom;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.RawCell;
import java.util.List;

/** What is said of headers that cannot be used. */
final class Headers {

  private Headers() {}

  static ScenarioFault unknown(RawCell header, Vocabulary vocabulary, boolean tableOnly) {
    String written = header.text().strip();
    List<String> near = vocabulary.nearest(written);
    String hintZh = tableOnly ? "（路径和 actionsTaken 等简写需要 Base）" : "";
    String hintEn = tableOnly ? " (paths and short forms such as actionsTaken need a Base)" : "";
    return new ScenarioFault(
        header.location(),
        new Text(
            "没有名为 `" + written + "` 的词条或路径" + hintZh,
            "there is no term or path `" + written + "`" + hintEn),
        written,
        near);
  }

  /** A term that a case scenario may not set. */
  static ScenarioFault notOverridable(RawCell header, Term term) {
    String code = term.code();
    String path = WhereFrom.path(term);
    return new ScenarioFault(
        header.location(),
        new Text(
            "`" + code + "` 由案例计算得出，不能直接给定；请改案例中的 `" + path + "`",
            "`"
                + code
                + "` is computed from the case and cannot be given; change `"
                + path
                + "` instead"));
  }
}
