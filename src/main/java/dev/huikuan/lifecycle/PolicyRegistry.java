package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The versions of the policy that are loaded, the active one first. A version takes the place of
 * another at once and as a whole; one that cannot be loaded never does. Thread-safe.
 */
public final class PolicyRegistry {

  /** Versions kept loaded besides the active one. */
  static final int MOST_OLD = 4;

  /** An activation that did not come about here: the version before goes on. */
  public record FailedActivation(String version, Text reason, Instant at) {}

  private record Serving(ServedPolicy policy, long number) {}

  private final Map<String, ServedPolicy> old =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ServedPolicy> eldest) {
          return size() > MOST_OLD;
        }
      };
  private final List<Consumer<ServedPolicy>> listeners = new CopyOnWriteArrayList<>();
  private final Object loading = new Object();
  private volatile Optional<VersionLoader> loader = Optional.empty();
  private volatile Optional<PolicyArchive> archive = Optional.empty();
  private volatile Optional<Serving> active = Optional.empty();
  private volatile Optional<FailedActivation> failure = Optional.empty();
  private volatile Optional<FolderState> folder = Optional.empty();

  /** From now on old versions are loaded from an archive when they are asked for. */
  public void loadFrom(PolicyArchive versions, VersionLoader with) {
    archive = Optional.of(versions);
    loader = Optional.of(with);
  }

  /** The version in service; empty until the first is loaded. */
  public Optional<ServedPolicy> active() {
    return active.map(Serving::policy);
  }

  /** Puts a loaded version into service: requests that begin from now on are decided by it. */
  public void serve(ServedPolicy policy) {
    serve(policy, active.map(Serving::number).orElse(0L));
  }

  /**
   * Puts a loaded version into service unless a later activation did so already.
   *
   * @param number of the activation
   */
  public synchronized void serve(ServedPolicy policy, long number) {
    if (active.filter(now -> isAtLeast(now, policy, number)).isPresent()) {
      return;
    }
    active().ifPresent(this::keep);
    listeners.forEach(listener -> listener.accept(policy));
    active = Optional.of(new Serving(policy, number));
  }

  private static boolean isAtLeast(Serving now, ServedPolicy policy, long number) {
    return now.number() > number
        || now.number() == number && now.policy().version().equals(policy.version());
  }

  /** Is told of every version just before it is put into service. */
  public void whenServed(Consumer<ServedPolicy> listener) {
    listeners.add(listener);
  }

  /**
   * A version that was in service once, loaded again when need be; that takes a moment.
   *
   * @return empty when there is none of that name, or it cannot be served here
   */
  public Optional<ServedPolicy> version(String version) {
    Optional<ServedPolicy> now = active().filter(policy -> policy.version().equals(version));
    if (now.isPresent()) {
      return now;
    }
    synchronized (loading) {
      return kept(version).or(() -> loaded(version));
    }
  }

  private Optional<ServedPolicy> loaded(String version) {
    if (archive.flatMap(a -> a.find(version)).filter(this::wasServed).isEmpty()) {
      return Optional.empty();
    }
    try {
      ServedPolicy policy = obtain(version);
      keep(policy);
      return Optional.of(policy);
    } catch (NotServable cannot) {
      return Optional.empty();
    }
  }

  /**
   * Any version, loaded; it is neither put into service nor kept.
   *
   * @throws NotServable when it cannot be served on this machine
   */
  ServedPolicy obtain(String version) throws NotServable {
    Optional<ServedPolicy> here =
        active().filter(policy -> policy.version().equals(version)).or(() -> kept(version));
    if (here.isPresent()) {
      return here.get();
    }
    if (loader.isEmpty()) {
      throw NotServable.because("没有策略档案", "there is no archive of policies");
    }
    return loader.get().load(version);
  }

  private boolean wasServed(ArchivedPolicy policy) {
    return policy.status() == PolicyStatus.ACTIVE || policy.status() == PolicyStatus.SUPERSEDED;
  }

  private Optional<ServedPolicy> kept(String version) {
    synchronized (old) {
      return Optional.ofNullable(old.get(version));
    }
  }

  private void keep(ServedPolicy policy) {
    synchronized (old) {
      old.put(policy.version(), policy);
    }
  }

  /** The last activation that failed here since the last one that did not. */
  public Optional<FailedActivation> lastFailure() {
    return failure;
  }

  void failed(FailedActivation activation) {
    failure = Optional.of(activation);
  }

  void succeeded() {
    failure = Optional.empty();
  }

  /** What the policy folder holds since it changed; empty while it did not. */
  public Optional<FolderState> folder() {
    return folder;
  }

  public void folderChanged(FolderState state) {
    folder = Optional.of(state);
  }
}
