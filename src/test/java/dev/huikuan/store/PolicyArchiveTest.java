package dev.huikuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.lifecycle.PolicyArchive.Attempt;
import dev.huikuan.lifecycle.PolicyArchive.Outcome;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyStatus;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the life of a policy may rely on, the same on both kinds of database. */
class PolicyArchiveTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final EnumSet<PolicyStatus> READY =
      EnumSet.of(PolicyStatus.APPROVED, PolicyStatus.SUPERSEDED);

  private static PolicyEvent event(PolicyEvent.Kind kind, String note) {
    return new PolicyEvent(kind, "Ann", NOON, note);
  }

  private static PolicyFile file(String path, String text) {
    return new PolicyFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static final List<PolicyFile> FILES =
      List.of(file("decision-tables/下一步.csv", "a,b"), file("test-scenarios/one.csv", "c"));

  private static void add(PolicyArchive archive, String version, PolicyStatus status) {
    assertThat(
            archive.add(
                policy(version, status),
                FILES,
                Optional.empty(),
                event(PolicyEvent.Kind.DRAFTED, "更低的门槛")))
        .isTrue();
  }

  private static ArchivedPolicy policy(String version, PolicyStatus status) {
    return new ArchivedPolicy(
        version, "rules", status, Optional.of("base"), "Ann", NOON, "更低的门槛", 0, 0);
  }

  private static StoredCheck check(boolean tested) {
    byte[] zh = "{\"a\":\"错误\"}".getBytes(StandardCharsets.UTF_8);
    byte[] en = "{\"a\":\"error\"}".getBytes(StandardCharsets.UTF_8);
    return new StoredCheck(3, 4, tested, zh, en, "[]".getBytes(StandardCharsets.UTF_8));
  }

  private static Attempt activate(PolicyArchive archive, String version, Optional<String> from) {
    return archive.activate(version, from, READY, event(PolicyEvent.Kind.ACTIVATED, "go"));
  }

  private static PolicyStatus status(PolicyArchive archive, String version) {
    return archive.find(version).orElseThrow().status();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatWasAddedIsReadBackAndASecondOfTheSameNameChangesNothing(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      PolicyArchive archive = new SqlPolicyArchive(database);
      add(archive, "v1", PolicyStatus.DRAFT);
      add(archive, "v2", PolicyStatus.CHECKED);
      assertThat(archive.versions())
          .extracting(ArchivedPolicy::version)
          .containsExactly("v2", "v1");
      assertThat(archive.find("v1")).contains(policy("v1", PolicyStatus.DRAFT));
      assertThat(archive.find("v3")).isEmpty();
      assertThat(archive.files("v1"))
          .extracting(PolicyFile::path)
          .containsExactly("decision-tables/下一步.csv", "test-scenarios/one.csv");
      assertThat(archive.files("v1").get(0).bytes()).isEqualTo(FILES.get(0).bytes());
      assertThat(archive.history("v1")).containsExactly(event(PolicyEvent.Kind.DRAFTED, "更低的门槛"));
      assertThat(archive.check("v1")).isEmpty();
      boolean again =
          archive.add(
              policy("v1", PolicyStatus.APPROVED),
              List.of(),
              Optional.of(check(true)),
              event(PolicyEvent.Kind.IMPORTED, "again"));
      assertThat(again).isFalse();
      assertThat(status(archive, "v1")).isEqualTo(PolicyStatus.DRAFT);
      assertThat(archive.files("v1")).hasSize(2);
      assertThat(archive.lastImported()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aCheckIsKeptInBothLanguagesAndLiftsADraftThatIsGood(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      PolicyArchive archive = new SqlPolicyArchive(database);
      add(archive, "v1", PolicyStatus.DRAFT);
      archive.keep("v1", check(false));
      assertThat(status(archive, "v1")).isEqualTo(PolicyStatus.DRAFT);
      archive.keep("v1", check(true));
      StoredCheck kept = archive.check("v1").orElseThrow();
      assertThat(kept.report(Language.ZH)).isEqualTo(check(true).zh());
      assertThat(kept.report(Language.EN)).isEqualTo(check(true).en());
      assertThat(archive.find("v1").orElseThrow().warnings()).isEqualTo(4);
      assertThat(status(archive, "v1")).isEqualTo(PolicyStatus.CHECKED);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void scenariosAreReplacedAndTablesStayButNotWhenTheStatusHasChanged(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      PolicyArchive archive = new SqlPolicyArchive(database);
      add(archive, "v1", PolicyStatus.APPROVED);
      List<PolicyFile> other = List.of(file("test-scenarios/two.csv", "d"));
      PolicyEvent why = event(PolicyEvent.Kind.SCENARIOS_REPLACED, "more tests");
      assertThat(
              archive.replaceScenarios(
                  "v1", PolicyStatus.CHECKED, PolicyStatus.DRAFT, other, check(false), why))
          .isFalse();
      assertThat(archive.files("v1")).hasSize(2);
      assertThat(
              archive.replaceScenarios(
                  "v1", PolicyStatus.APPROVED, PolicyStatus.CHECKED, other, check(true), why))
          .isTrue();
      assertThat(archive.files("v1"))
          .extracting(PolicyFile::path)
          .containsExactly("decision-tables/下一步.csv", "test-scenarios/two.csv");
      assertThat(archive.history("v1")).hasSize(2);
      assertThat(archive.move("v1", PolicyStatus.APPROVED, PolicyStatus.REJECTED, why)).isFalse();
      assertThat(archive.history("v1")).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oneVersionIsActiveAndWhatCannotBeActivatedChangesNothing(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      PolicyArchive archive = new SqlPolicyArchive(database);
      add(archive, "v1", PolicyStatus.APPROVED);
      add(archive, "v2", PolicyStatus.APPROVED);
      add(archive, "v3", PolicyStatus.CHECKED);
      assertThat(archive.active()).isEmpty();
      assertThat(activate(archive, "v1", Optional.empty()).outcome()).isEqualTo(Outcome.DONE);
      assertThat(activate(archive, "v2", Optional.empty()).outcome())
          .isEqualTo(Outcome.OTHER_ACTIVE);
      Attempt unchecked = activate(archive, "v3", Optional.of("v1"));
      assertThat(unchecked.outcome()).isEqualTo(Outcome.WRONG_STATUS);
      assertThat(unchecked.active().map(Activation::version)).contains("v1");
      assertThat(status(archive, "v1")).isEqualTo(PolicyStatus.ACTIVE);
      assertThat(activate(archive, "v2", Optional.of("v1")).outcome()).isEqualTo(Outcome.DONE);
      assertThat(activate(archive, "v1", Optional.of("v2")).outcome()).isEqualTo(Outcome.DONE);
      assertThat(archive.active()).contains(new Activation("v1", 3, NOON));
      assertThat(status(archive, "v2")).isEqualTo(PolicyStatus.SUPERSEDED);
      assertThat(archive.history("v1"))
          .extracting(PolicyEvent::kind)
          .containsExactly(
              PolicyEvent.Kind.DRAFTED,
              PolicyEvent.Kind.ACTIVATED,
              PolicyEvent.Kind.SUPERSEDED,
              PolicyEvent.Kind.ACTIVATED);
    }
  }

  /** Two replicas, many threads: of those who saw the same active version exactly one wins. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofManyWhoActivateAtOnceOneWins(Databases kind) throws Exception {
    String url = kind.fresh();
    int racers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try (Database one = Database.open(url);
        Database two = Database.open(url)) {
      List<PolicyArchive> replicas = List.of(new SqlPolicyArchive(one), new SqlPolicyArchive(two));
      PolicyArchive archive = replicas.get(0);
      add(archive, "first", PolicyStatus.APPROVED);
      activate(archive, "first", Optional.empty());
      for (int i = 0; i < racers; i++) {
        add(archive, "v" + i, PolicyStatus.APPROVED);
      }
      CyclicBarrier start = new CyclicBarrier(racers);
      List<Future<Outcome>> racing = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        String version = "v" + i;
        PolicyArchive replica = replicas.get(i % 2);
        racing.add(
            threads.submit(
                () -> {
                  start.await();
                  return activate(replica, version, Optional.of("first")).outcome();
                }));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> racer : racing) {
        outcomes.add(racer.get());
      }
      assertThat(outcomes).filteredOn(o -> o == Outcome.DONE).hasSize(1);
      assertThat(outcomes).filteredOn(o -> o == Outcome.OTHER_ACTIVE).hasSize(racers - 1);
      assertThat(archive.versions())
          .filteredOn(policy -> policy.status() == PolicyStatus.ACTIVE)
          .extracting(ArchivedPolicy::version)
          .containsExactly(archive.active().orElseThrow().version());
      assertThat(status(archive, "first")).isEqualTo(PolicyStatus.SUPERSEDED);
    } finally {
      threads.shutdownNow();
    }
  }
}
