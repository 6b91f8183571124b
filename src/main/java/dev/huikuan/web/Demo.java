package dev.huikuan.web;

import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** A demo case that ships with the policy: {@code test-scenarios/cases/ID.json}. */
record Demo(String id, String json) {

  private static final String FOLDER = "test-scenarios/cases/";
  private static final String ENDING = ".json";

  /** The demo cases among a policy's files, by id. */
  static List<Demo> among(List<PolicyFile> files) {
    return files.stream()
        .filter(file -> file.path().startsWith(FOLDER) && file.path().endsWith(ENDING))
        .map(Demo::of)
        .sorted(Comparator.comparing(Demo::id))
        .toList();
  }

  private static Demo of(PolicyFile file) {
    String id = file.path().substring(FOLDER.length(), file.path().length() - ENDING.length());
    return new Demo(id, new String(file.bytes(), StandardCharsets.UTF_8));
  }
}
