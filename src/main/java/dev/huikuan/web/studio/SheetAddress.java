package dev.huikuan.web.studio;

import dev.huikuan.web.reception.PageLanguage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell of a version is shown.
 *
 * @param file path in the policy folder
 * @param sheet empty for a CSV
 * @param cell {@code B9}; empty for the sheet as a whole
 */
public record SheetAddress(String version, String file, String sheet, String cell) {

  /** {@code path#Sheet!B9} or {@code path#B9}; sheets may be called anything. */
  private static final Pattern LOCATION =
      Pattern.compile("([^#]+)#(?:(.+)!)?([A-Z]{1,3}[0-9]{1,7})", Pattern.DOTALL);

  /** The place that a finding, a trace or a difference names; empty when it is in no sheet. */
  public static Optional<SheetAddress> of(String version, String location) {
    Matcher parts = LOCATION.matcher(location);
    return parts.matches()
        ? Optional.of(
            new SheetAddress(
                version,
                parts.group(1),
                Optional.ofNullable(parts.group(2)).orElse(""),
                parts.group(3)))
        : Optional.empty();
  }

  /** The address of its page, at its cell. */
  public String url() {
    String page =
        "/studio/" + version + "/sheet" + PageLanguage.url(List.of("file", file, "sheet", sheet));
    return cell.isEmpty() ? page : page + "#" + cell;
  }
}
