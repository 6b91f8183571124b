package dev.huikuan.policy.table;

import dev.huikuan.domain.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A closed list of words that a sheet's layout knows, each in English and Chinese, compared without
 * regard to case, blanks and width.
 */
public final class SheetWords<T> {

  private final Map<String, T> byWord = new LinkedHashMap<>();
  private final List<String> written = new ArrayList<>();

  /** Adds the names of one meaning. */
  public SheetWords<T> with(T meaning, String... names) {
    for (String name : names) {
      byWord.put(Wording.normalise(name), meaning);
      written.add(name);
    }
    return this;
  }

  public Optional<T> find(String word) {
    return Optional.ofNullable(byWord.get(Wording.normalise(word)));
  }

  /** Words that may have been meant: a slip or two away, none that only contains another. */
  public List<String> nearest(String word) {
    int length = Wording.normalise(word).length();
    return Wording.nearest(word, written).stream()
        .filter(near -> Math.abs(Wording.normalise(near).length() - length) <= 2)
        .toList();
  }

  /** All of them, as written in the documentation. */
  public Collection<String> words() {
    return List.copyOf(written);
  }
}
