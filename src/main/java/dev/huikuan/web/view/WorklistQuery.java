package dev.huikuan.web.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What of the worklist is to be shown.
 *
 * @param words all of which a line must contain, in any case; empty = every line
 * @param kind of action; empty = any
 * @param page from 1
 */
public record WorklistQuery(String words, String kind, int page) {

  private static final int MOST_PAGES = 99_999;

  /** As written in an address; a page that is no number is the first. */
  public static WorklistQuery of(String words, String kind, String page) {
    boolean number = page.matches("[0-9]{1,5}");
    int wanted = number ? Integer.parseInt(page) : 1;
    return new WorklistQuery(words, kind, Math.max(1, Math.min(MOST_PAGES, wanted)));
  }

  boolean matches(DeskView.AccountLine line) {
    String text =
        String.join(
                " ",
                line.name(),
                line.customerId(),
                line.title(),
                line.action(),
                line.kind(),
                line.reason(),
                String.join(" ", line.offers()))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }

  /** Names and values in turn, of an address that asks for this. */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    if (!words.isEmpty()) {
      parameters.addAll(List.of("q", words));
    }
    if (!kind.isEmpty()) {
      parameters.addAll(List.of("kind", kind));
    }
    if (page > 1) {
      parameters.addAll(List.of("page", Integer.toString(page)));
    }
    return parameters;
  }

  WorklistQuery onPage(int other) {
    return new WorklistQuery(words, kind, other);
  }

  WorklistQuery ofKind(String other) {
    return new WorklistQuery(words, other, 1);
  }
}
