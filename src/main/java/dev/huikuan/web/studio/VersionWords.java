package dev.huikuan.web.studio;

import dev.huikuan.access.Principal;
import dev.huikuan.lifecycle.FolderImport;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyStatus;
import dev.huikuan.web.view.Frame;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Versions, their states and what happens to them, in the reader's words. */
final class VersionWords {

  private static final int SHORT = 12;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private VersionWords() {}

  static String url(String version) {
    return "/studio/" + version;
  }

  /** Enough of a version to tell it apart by eye. */
  static String shortened(String version) {
    return version.substring(0, Math.min(SHORT, version.length()));
  }

  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  static VersionPhrase status(PolicyStatus status) {
    return switch (status) {
      case DRAFT -> VersionPhrase.DRAFT;
      case CHECKED -> VersionPhrase.CHECKED;
      case APPROVED -> VersionPhrase.APPROVED;
      case ACTIVE -> VersionPhrase.ACTIVE;
      case SUPERSEDED -> VersionPhrase.SUPERSEDED;
      case REJECTED -> VersionPhrase.REJECTED;
    };
  }

  /** Names a state for the style sheet. */
  static String style(PolicyStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static VersionPhrase next(PolicyStatus status, boolean checked) {
    return switch (status) {
      case DRAFT -> checked ? VersionPhrase.NEXT_DRAFT : VersionPhrase.NEXT_CHECKING;
      case CHECKED -> VersionPhrase.NEXT_CHECKED;
      case APPROVED -> VersionPhrase.NEXT_APPROVED;
      case ACTIVE -> VersionPhrase.NEXT_ACTIVE;
      case SUPERSEDED -> VersionPhrase.NEXT_SUPERSEDED;
      case REJECTED -> VersionPhrase.NEXT_REJECTED;
    };
  }

  static VersionPhrase event(PolicyEvent.Kind kind) {
    return switch (kind) {
      case IMPORTED -> VersionPhrase.IMPORTED;
      case DRAFTED -> VersionPhrase.DRAFTED;
      case SCENARIOS_REPLACED -> VersionPhrase.SCENARIOS_REPLACED;
      case APPROVED -> VersionPhrase.EVENT_APPROVED;
      case REJECTED -> VersionPhrase.EVENT_REJECTED;
      case ACTIVATED -> VersionPhrase.EVENT_ACTIVATED;
      case SUPERSEDED -> VersionPhrase.EVENT_SUPERSEDED;
    };
  }

  /** The name of a key; who acts without one is called so. */
  static String who(String name, Frame frame) {
    return name.equals(Principal.OPEN.name()) ? frame.t(VersionPhrase.OPEN_MODE) : name;
  }

  /** Why, as it was written; the product's own reason is translated. */
  static String note(String note, Frame frame) {
    return note.equals(FolderImport.FROM_FOLDER) ? frame.t(VersionPhrase.FROM_FOLDER) : note;
  }
}
