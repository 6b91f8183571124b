package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * JSON that somebody sends and that is no case: read as strictly, with the same words for what is
 * wrong with it.
 */
public final class SentJson {

  private SentJson() {}

  /**
   * A tree of UTF-8 JSON; numbers are exact.
   *
   * @param faults gets numbers and texts that are out of bounds
   * @throws InvalidCase when it is no JSON
   */
  public static JsonNode read(byte[] json, List<CaseFault> faults) throws InvalidCase {
    return StrictJson.read(Malformed.decode(json), faults);
  }

  /** A date of the years 1900 to 9999. */
  public static Optional<LocalDate> date(String text) {
    return Dates.date(text);
  }

  /** A date-time with its offset. */
  public static Optional<OffsetDateTime> moment(String text) {
    return Dates.moment(text);
  }

  public static CaseFault required(String pointer) {
    return FaultWords.required(pointer);
  }

  public static CaseFault unknownProperty(String name, Collection<String> known) {
    return FaultWords.unknownProperty(Pointers.child("", name), name, known);
  }

  public static CaseFault notInList(String pointer, JsonNode found, Collection<String> allowed) {
    CaseFault fault = FaultWords.notInList(pointer, FaultWords.shown(found), allowed);
    return new CaseFault(pointer, fault.code(), fault.message());
  }

  /**
   * Another kind of value than expected.
   *
   * @param zh what is expected, as in 应为…
   * @param en what is expected, as in expected …
   */
  public static CaseFault expected(
      String pointer, String code, String zh, String en, JsonNode found) {
    String shown = FaultWords.shown(found);
    return new CaseFault(
        pointer, code, new Text("应为" + zh + "，实为 " + shown, "expected " + en + ", found " + shown));
  }

  /** A text as it may stand in a message: short, without control characters. */
  public static String clipped(String text) {
    return FaultWords.clipped(text);
  }
}
