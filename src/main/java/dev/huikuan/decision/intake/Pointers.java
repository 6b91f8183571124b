package dev.huikuan.decision.intake;

/** JSON Pointers (RFC 6901). */
final class Pointers {

  private Pointers() {}

  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String item(String pointer, int index) {
    return pointer + "/" + index;
  }

  /** By place: item 2 comes before item 10, and items before names. */
  static int compare(String a, String b) {
    String[] left = a.split("/", -1);
    String[] right = b.split("/", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Boolean.compare(isIndex(right[i]), isIndex(left[i]));
      if (order == 0 && isIndex(left[i])) {
        order = Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]));
      } else if (order == 0) {
        order = left[i].compareTo(right[i]);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static boolean isIndex(String part) {
    return part.matches("[0-9]{1,9}");
  }
}
