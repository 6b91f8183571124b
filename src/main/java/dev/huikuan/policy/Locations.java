package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.table.Address;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of findings: by file and sheet, then as one reads, row by row. */
public final class Locations {

  private static final Pattern CELL = Pattern.compile("(?s)(.*[#!])([A-Z]{1,3}[0-9]{1,7})");
  private static final Pattern LINE = Pattern.compile("(?s)(.*):([0-9]{1,9})");

  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> Place.of(finding.location()))
          .thenComparing(Finding::code)
          .thenComparing(finding -> finding.message().en());

  private Locations() {}

  private record Place(String file, int row, int column) implements Comparable<Place> {

    static Place of(String location) {
      Matcher cell = CELL.matcher(location);
      if (cell.matches()) {
        Address address = Address.parse(cell.group(2));
        return new Place(cell.group(1), address.row(), address.column());
      }
      Matcher line = LINE.matcher(location);
      return line.matches()
          ? new Place(line.group(1), Integer.parseInt(line.group(2)), 0)
          : new Place(location, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::file)
          .thenComparing(Place::row)
          .thenComparing(Place::column)
          .compare(this, other);
    }
  }
}
