package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import java.util.List;
import java.util.Optional;

/** What came of reading something that a person wrote: a value unless a finding is an error. */
public record Parsed<T>(Optional<T> value, List<Finding> findings) {

  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(Optional.of(value), List.of());
  }

  public static <T> Parsed<T> failed(Finding finding) {
    return new Parsed<>(Optional.empty(), List.of(finding));
  }
}
