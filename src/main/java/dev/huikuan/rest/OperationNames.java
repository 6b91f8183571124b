package dev.huikuan.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names by which generated clients call the operations, made of method and path alone. */
final class OperationNames {

  private OperationNames() {}

  /** {@code GET /v1/policies/{version}} is {@code getPoliciesByVersion}; unique as the route is. */
  static String id(Operation operation) {
    return operation.method().name().toLowerCase(Locale.ROOT)
        + words(operation).stream().map(OperationNames::named).collect(Collectors.joining());
  }

  /** The group of the operation: the first word of its path. */
  static String tag(Operation operation) {
    return words(operation).get(0).replaceAll("\\..*", "");
  }

  private static List<String> words(Operation operation) {
    return Arrays.stream(operation.path().split("/"))
        .filter(word -> !word.isEmpty() && !word.equals("v1"))
        .toList();
  }

  private static String named(String word) {
    return word.startsWith("{")
        ? "By" + capital(word.substring(1, word.length() - 1))
        : Arrays.stream(word.split("[^A-Za-z0-9]+"))
            .map(OperationNames::capital)
            .collect(Collectors.joining());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
