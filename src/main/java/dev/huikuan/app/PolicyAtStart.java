package dev.huikuan.app;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.FolderImport;
import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRegistry.FailedActivation;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which version is in service when the service starts. An empty database takes the folder's; later
 * the database's active version rules. A folder that changed since it was imported last is
 * activated in open mode, and becomes a draft where access is on.
 */
final class PolicyAtStart {

  /** In whose name start-up acts where access is on. */
  static final String START_UP = "start-up";

  private final Workshops workshops;
  private final PolicyLife life;
  private final PolicyArchive archive;
  private final boolean open;
  private final List<Text> said = new ArrayList<>();

  /**
   * @param open true in open mode
   */
  PolicyAtStart(Workshops workshops, boolean open) {
    this.workshops = workshops;
    this.life = workshops.life();
    this.archive = life.archive();
    this.open = open;
  }

  /** In whose name start-up acts. */
  static String who(boolean open) {
    return open ? Principal.OPEN.name() : START_UP;
  }

  /**
   * Puts a version into service, if there is one that can be.
   *
   * @param loaded what came of the folder's files; with errors it is left aside
   * @param activateFolder the folder's version is to be active, whatever is now
   * @return what a person is to be told
   */
  List<Text> begin(List<PolicyFile> files, PolicyLoader.Loaded loaded, boolean activateFolder) {
    if (loaded.policy().isPresent()) {
      folder(loaded.policy().get(), files, activateFolder);
      life.folder().serve(loaded);
    }
    if (life.registry().active().isEmpty()) {
      workshops.followOnce();
    }
    life.registry().lastFailure().ifPresent(this::failed);
    return List.copyOf(said);
  }

  private void folder(Policy policy, List<PolicyFile> files, boolean activateFolder) {
    Optional<Activation> active = archive.active();
    if (active.isEmpty() || activateFolder) {
      activate(policy, files, activateFolder ? " (--activate-folder)" : "");
    } else if (!active.get().version().equals(policy.version())) {
      differs(policy, files, active.get().version());
    }
  }

  private void differs(Policy policy, List<PolicyFile> files, String active) {
    boolean changed = !archive.lastImported().equals(Optional.of(policy.version()));
    if (open && changed) {
      activate(policy, files, "");
      return;
    }
    if (changed) {
      keep(policy, files, "");
    }
    String status =
        archive.find(policy.version()).map(ArchivedPolicy::status).map(Enum::name).orElse("-");
    say(
        "策略文件夹的版本是 "
            + policy.version()
            + "（"
            + status
            + "），现行版本是 "
            + active
            + "，继续使用；--activate-folder 可激活文件夹的版本",
        "the policy folder holds "
            + policy.version()
            + " ("
            + status
            + "), the active version is "
            + active
            + " and stays in service; --activate-folder activates the folder's");
  }

  private void activate(Policy policy, List<PolicyFile> files, String how) {
    Optional<String> before = archive.active().map(Activation::version);
    String note = FolderImport.FROM_FOLDER + how;
    keep(policy, files, how);
    boolean done = life.folder().activate(policy.version(), who(open), note);
    if (done && before.isPresent() && !before.get().equals(policy.version())) {
      say(
          "策略文件夹有改动：已激活 " + policy.version() + "，此前为 " + before.get(),
          "the policy folder changed: "
              + policy.version()
              + " is active now, before it was "
              + before.get());
    }
  }

  private void keep(Policy policy, List<PolicyFile> files, String how) {
    life.folder().keep(files, Optional.empty(), who(open), FolderImport.FROM_FOLDER + how);
    workshops.soon(() -> life.folder().checkLater(policy.version(), files));
  }

  private void failed(FailedActivation failure) {
    say(
        "现行版本 " + failure.version() + " 无法在本机使用，服务尚未就绪：" + failure.reason().zh(),
        "the active version "
            + failure.version()
            + " cannot be served here, so the service is not ready: "
            + failure.reason().en());
  }

  private void say(String zh, String en) {
    said.add(new Text(zh, en));
  }
}
