package dev.huikuan.portfolio.demo;

import dev.huikuan.domain.Text;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What has happened between us and a customer, told some times with other names and figures.
 *
 * @param times how many accounts it makes
 * @param action what every one of them leads to under the default policy
 * @param home where the customer is; empty = anywhere
 * @param plot what sets the account apart from an ordinary one
 */
record Story(
    Text title, int times, String action, Optional<Home> home, Consumer<Sketch> plot) {

  static Story anywhere(
      int times, String action, String zh, String en, Consumer<Sketch> plot) {
    return new Story(new Text(zh, en), times, action, Optional.empty(), plot);
  }

  static Story at(
      Home home, int times, String action, String zh, String en, Consumer<Sketch> plot) {
    return new Story(new Text(zh, en), times, action, Optional.of(home), plot);
  }
}
