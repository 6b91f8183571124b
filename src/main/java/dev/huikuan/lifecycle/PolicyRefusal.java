package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import java.util.List;

/** Something asked of the life of a policy that cannot be done, and why. */
public final class PolicyRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    UNKNOWN_VERSION,
    UNKNOWN_SIMULATION,
    /** Who asks may not: the author approves nothing of their own. */
    OWN_DRAFT,
    BAD_UPLOAD,
    TOO_LARGE,
    STATE,
    ACTIVE_CHANGED,
    RULES_NOT_INSTALLED,
    BUSY
  }

  /**
   * What is wrong with a part of an upload.
   *
   * @param pointer {@code /file/0}, {@code /delete/2}, {@code /note}
   */
  public record Fault(String pointer, String code, Text message) {}

  private final Kind kind;
  private final transient Text reason;
  private final transient List<Fault> faults;

  private PolicyRefusal(Kind kind, Text reason, List<Fault> faults) {
    super(kind + ": " + reason.en(), null, false, false);
    this.kind = kind;
    this.reason = reason;
    this.faults = List.copyOf(faults);
  }

  static PolicyRefusal of(Kind kind, String zh, String en) {
    return new PolicyRefusal(kind, new Text(zh, en), List.of());
  }

  static PolicyRefusal of(Kind kind, Text reason) {
    return new PolicyRefusal(kind, reason, List.of());
  }

  static PolicyRefusal of(Kind kind, List<Fault> faults) {
    Text reason =
        faults.size() == 1
            ? faults.get(0).message()
            : new Text("上传有 " + faults.size() + " 处错误", faults.size() + " faults in the upload");
    return new PolicyRefusal(kind, reason, faults);
  }

  /** There is no such version. */
  public static PolicyRefusal unknown(String version) {
    return of(
        Kind.UNKNOWN_VERSION,
        "没有版本 `" + version + "`；全部版本见 GET /v1/policies",
        "no version `" + version + "`; GET /v1/policies lists those that exist");
  }

  public Kind kind() {
    return kind;
  }

  public Text reason() {
    return reason;
  }

  public List<Fault> faults() {
    return faults;
  }
}
