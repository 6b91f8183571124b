package dev.huikuan.cli;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What the commands have in common: the language, and a way to say what went wrong. */
abstract class Command implements Callable<Integer> {

  private final House house;
  private final Console console;
  private final Language spoken;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      descriptionKey = "lang",
      description = "Language of texts: zh or en.")
  private Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help",
      description = "Show this help.")
  private boolean help;

  /**
   * @param spoken the language of the whole command line
   */
  Command(House house, Console console, Language spoken) {
    this.house = house;
    this.console = console;
    this.spoken = spoken;
  }

  /** Does the work; the exit status. */
  abstract int run() throws IOException;

  @Override
  public final Integer call() throws IOException {
    return run();
  }

  House house() {
    return house;
  }

  Console console() {
    return console;
  }

  Language language() {
    return language == null ? spoken : language;
  }

  void say(Text text) {
    console.messages().println(text.in(language()));
  }

  /** A path as written; a refusal when the system cannot express it. */
  static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw Refusal.usage(
          "路径 `" + written + "` 在当前系统字符集下无法表示；请设置 LC_ALL=C.UTF-8 后重试",
          "the path `"
              + written
              + "` cannot be expressed in this system's character set; set LC_ALL=C.UTF-8 and try"
              + " again");
    }
  }

  /** An asOf as written, after a look at it. */
  static Optional<String> checkedAsOf(String written) {
    if (written == null) {
      return Optional.empty();
    }
    try {
      if (written.length() == 10) {
        LocalDate.parse(written);
      } else {
        OffsetDateTime.parse(written);
      }
      return Optional.of(written);
    } catch (DateTimeException e) {
      throw Refusal.usage(
          "--as-of 应为日期（2026-01-31）或带时区的时刻（2026-01-31T09:00:00+08:00），实为 `" + written + "`",
          "--as-of must be a date (2026-01-31) or a moment with offset"
              + " (2026-01-31T09:00:00+08:00), got `"
              + written
              + "`");
    }
  }

  /** A policy ready to decide; a refusal that lists its errors when it has any. */
  Loaded load(Optional<String> folder) {
    List<PolicyFile> files = house.policy(folder);
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    if (loaded.policy().isEmpty()) {
      throw Refusal.usage(errors(loaded));
    }
    return new Loaded(loaded.policy().get(), loaded.findings(), files);
  }

  /** What is said of a policy that has errors. */
  static List<Text> errors(PolicyLoader.Loaded loaded) {
    List<Finding> errors = loaded.findings().stream().filter(Finding::isError).toList();
    List<Text> messages = new ArrayList<>();
    messages.add(
        new Text(
            "策略有 " + errors.size() + " 处错误，不能使用；运行 `check` 可查看全部：",
            "the policy has errors ("
                + errors.size()
                + ") and cannot be used; `check` shows all:"));
    errors.stream().limit(20).forEach(finding -> messages.add(FindingText.line(finding)));
    return messages;
  }

  /** A policy, what loading it found, and its files. */
  record Loaded(Policy policy, List<Finding> findings, List<PolicyFile> files) {
    DecisionPipeline pipeline() {
      return new DecisionPipeline(policy);
    }

    /** The zone in which the policy tells what day it is. */
    ZoneId zone(Instant now) {
      LocalDate about = LocalDate.ofInstant(now, ZoneOffset.UTC);
      return policy.parameters().value("defaultTimeZone", about) instanceof Value.Code zone
          ? ZoneId.of(zone.code())
          : ZoneOffset.UTC;
    }
  }
}
