package dev.huikuan.web.studio;

import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.Frame;
import java.util.List;
import java.util.Optional;

/**
 * The studio's first page.
 *
 * @param notices what the policy folder and the last activation have to tell
 * @param all where all versions are listed; empty when they are
 * @param draft the form for a change; absent for those who may make none
 * @param guide the steps of a first change; none for those who may make none
 * @param beginning there is no version but the one in service
 */
public record StudioView(
    Frame frame,
    Optional<Current> current,
    List<Notice> notices,
    List<VersionLine> versions,
    Optional<String> all,
    Optional<DraftForm> draft,
    List<Step> guide,
    boolean beginning) {

  /** The version in service. */
  public record Current(
      String url, String version, String since, String by, String note, String author) {}

  /** Something that whoever opens the studio should know. */
  public record Notice(String style, String text, String detail) {}

  /**
   * A version.
   *
   * @param version its first characters
   * @param style names the state for the style sheet
   * @param found errors and warnings in words
   * @param base empty when it came from nowhere
   */
  public record VersionLine(
      String url,
      String version,
      String status,
      String style,
      String author,
      String made,
      String note,
      String found,
      boolean broken,
      String base,
      String baseUrl) {}

  /**
   * The form for a change, with what was typed before.
   *
   * @param faults why no draft was made; empty before the first try
   * @param limits in words
   */
  public record DraftForm(
      String note,
      List<Choice> bases,
      List<Choice> folders,
      String deletes,
      List<String> faults,
      String limits,
      int mostFiles,
      int mostFileBytes,
      int mostBytes) {}

  /** A step of the guided example; the link may be absent. */
  public record Step(String title, String text, String url, String link) {}
}
