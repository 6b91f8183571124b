package dev.huikuan.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How written words are compared: without regard to case, blanks and width. */
public final class Wording {

  private Wording() {}

  /** The form in which labels and codes are looked up; independent of the system's locale. */
  public static String normalise(String written) {
    return isPlain(written) ? written : normalised(written);
  }

  /** Nothing but letters and signs that stay as they are: most codes, and much of what is typed. */
  private static boolean isPlain(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c <= ' ' || c > '~' || c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }

  private static String normalised(String written) {
    String narrow =
        Normalizer.isNormalized(written, Normalizer.Form.NFKC)
            ? written
            : Normalizer.normalize(written, Normalizer.Form.NFKC);
    StringBuilder result = new StringBuilder(narrow.length());
    for (int i = 0; i < narrow.length(); i++) {
      char c = narrow.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\uFEFF') {
        result.append(c);
      }
    }
    return result.toString().toLowerCase(Locale.ROOT);
  }

  /** At most three of the candidates, those that take the fewest edits, none that is far off. */
  public static List<String> nearest(String written, Collection<String> candidates) {
    record Near(String candidate, int distance) {}
    String wanted = normalise(written);
    List<Near> found = new ArrayList<>();
    for (String candidate : candidates) {
      String form = normalise(candidate);
      int distance = distance(wanted, form);
      boolean close = distance <= Math.max(1, Math.max(wanted.length(), form.length()) / 3);
      if (close
          || wanted.length() >= 3
              && (form.contains(wanted) || wanted.contains(form) && form.length() >= 3)) {
        found.add(new Near(candidate, distance));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .map(Near::candidate)
        .distinct()
        .limit(3)
        .toList();
  }

  /** Levenshtein's distance over UTF-16 units. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + swap);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
