package dev.huikuan.cli;

import dev.huikuan.domain.Text;
import java.util.List;

/** A command that ends early, with what a person is told and the exit status. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Text> messages;

  private Refusal(int status, List<Text> messages) {
    super(messages.stream().map(Text::en).toList().toString());
    this.status = status;
    this.messages = List.copyOf(messages);
  }

  /** Bad usage or input, a policy with errors, a start refused for safety: status 2. */
  public static Refusal usage(String zh, String en) {
    return usage(List.of(new Text(zh, en)));
  }

  public static Refusal usage(List<Text> messages) {
    return new Refusal(Exit.USAGE, messages);
  }

  /** The surroundings failed: port taken, disk full: status 3. */
  public static Refusal surroundings(String zh, String en) {
    return new Refusal(Exit.SURROUNDINGS, List.of(new Text(zh, en)));
  }

  int status() {
    return status;
  }

  List<Text> messages() {
    return messages;
  }
}
