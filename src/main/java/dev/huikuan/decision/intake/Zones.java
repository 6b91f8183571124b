package dev.huikuan.decision.intake;

import java.time.ZoneId;
import java.util.Set;

/** IANA time zones by name. */
final class Zones {

  private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private Zones() {}

  static Set<String> names() {
    return NAMES;
  }

  static boolean isZone(String name) {
    return NAMES.contains(name);
  }
}
