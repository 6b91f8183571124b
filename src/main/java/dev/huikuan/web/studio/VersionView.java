package dev.huikuan.web.studio;

import dev.huikuan.web.view.Frame;
import java.util.List;
import java.util.Optional;

/**
 * A version of the policy: where it stands, what can be done with it, what its check found.
 *
 * @param changeUrl where a change is made on top of it
 * @param done what has just been done with it, in words; empty otherwise
 * @param note why it was made
 * @param base absent when it came from nowhere
 * @param stages of its life, in order
 * @param check absent while it is being checked
 * @param comparable there is another version to compare it with
 */
public record VersionView(
    Frame frame,
    String url,
    String changeUrl,
    String version,
    String shortVersion,
    String status,
    String style,
    String author,
    String made,
    String note,
    Optional<Link> base,
    String done,
    List<Stage> stages,
    Actions actions,
    Optional<CheckView> check,
    SheetsView contents,
    List<Event> history,
    boolean comparable) {

  /** Where something is. */
  public record Link(String url, String label) {}

  /** A stage: passed, current or to come. */
  public record Stage(String label, boolean passed, boolean current) {}

  /**
   * What the reader may do.
   *
   * @param next what comes next, in words
   * @param forApprover the next step is for somebody with another role
   * @param barred why approving or activating is not for this reader; empty when it is
   * @param hint what should be known before; often empty
   * @param active the version in service as the page shows it
   * @param tried the form that was sent; empty before the first try
   * @param fault what was wrong with its note
   * @param typed its note as it was typed
   */
  public record Actions(
      String next,
      boolean forApprover,
      boolean simulate,
      boolean change,
      boolean approve,
      boolean reject,
      boolean activate,
      boolean rollback,
      boolean again,
      String barred,
      String hint,
      String active,
      String activeShort,
      String activeNote,
      String tried,
      String fault,
      String typed) {

    /** What was wrong with the note of a form. */
    public String faultOf(String form) {
      return tried.equals(form) ? fault : "";
    }

    /** What was typed in a form. */
    public String typedIn(String form) {
      return tried.equals(form) ? typed : "";
    }
  }

  /** Something that happened to it. */
  public record Event(String at, String what, String who, String note) {}
}
