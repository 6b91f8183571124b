package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import java.util.List;

/** What the probes tell of the house around the door, and what it is told; app implements it. */
public interface Vitals {

  /**
   * Something that serving rests on.
   *
   * @param name stable, for machines
   * @param detail why not, or what is right; names no host and no secret
   */
  record Check(String name, boolean ok, Text detail) {}

  /** Everything that readiness rests on, in a fixed order; answers within two seconds. */
  List<Check> checks();

  /** The figures in the text format of Prometheus, version 0.0.4. */
  String figures();

  /** A line of a batch was answered, with a decision or with a problem. */
  void lineAnswered(boolean decided);
}
