package dev.huikuan.rest;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Text;
import java.util.List;
import java.util.Map;

/** A request that cannot be served, and why; thrown once, written once as problem+json. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final int status;
  private final transient Text detail;
  private final transient List<CaseFault> faults;
  private final transient Map<String, String> headers;

  private Problem(
      ProblemCode code,
      int status,
      Text detail,
      List<CaseFault> faults,
      Map<String, String> headers) {
    super(code + ": " + detail.en(), null, false, false);
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.faults = List.copyOf(faults);
    this.headers = Map.copyOf(headers);
  }

  public static Problem of(ProblemCode code, Text detail) {
    return new Problem(code, code.status(), detail, List.of(), Map.of());
  }

  /** Every fault of a request that is no case. */
  static Problem of(ProblemCode code, List<CaseFault> faults) {
    Text detail =
        faults.size() == 1
            ? faults.get(0).message()
            : new Text(
                "共有 " + faults.size() + " 处错误，请逐一改正", faults.size() + " faults: correct each one");
    return of(code, detail, faults);
  }

  /** A problem with every fault at its pointer. */
  static Problem of(ProblemCode code, Text detail, List<CaseFault> faults) {
    return new Problem(code, code.status(), detail, faults, Map.of());
  }

  /** The same problem with a response header. */
  public Problem with(String header, String value) {
    return new Problem(code, status, detail, faults, Map.of(header, value));
  }

  /** The path exists, the method does not: 405, told apart from 404 by its status. */
  static Problem method(Text detail) {
    return new Problem(ProblemCode.NOT_FOUND, 405, detail, List.of(), Map.of());
  }

  /** The body did not come in time: 408, told apart from 400 by its status. */
  static Problem tooSlow() {
    Text detail =
        new Text("正文传输过慢，连接已断开；请重新提交", "body: it came too slowly and was cut off; send it again");
    return new Problem(
        ProblemCode.MALFORMED, 408, detail, List.of(), Map.of("Connection", "close"));
  }

  /** Every fault of a case: MALFORMED or INVALID_CASE. */
  static Problem of(InvalidCase invalid) {
    List<CaseFault> faults = invalid.faults();
    ProblemCode code = invalid.isMalformed() ? ProblemCode.MALFORMED : ProblemCode.INVALID_CASE;
    return new Problem(code, code.status(), detailOf(code, faults), faults, Map.of());
  }

  private static Text detailOf(ProblemCode code, List<CaseFault> faults) {
    if (faults.size() == 1) {
      return faults.get(0).message();
    }
    return code == ProblemCode.MALFORMED
        ? new Text("正文不是有效的 JSON", "the body is not valid JSON")
        : new Text(
            "共有 " + faults.size() + " 处错误，请逐一改正后重新提交",
            faults.size() + " faults; correct each one at its pointer and send the case again");
  }

  public ProblemCode code() {
    return code;
  }

  public int status() {
    return status;
  }

  public Text detail() {
    return detail;
  }

  public List<CaseFault> faults() {
    return faults;
  }

  Map<String, String> headers() {
    return headers;
  }
}
