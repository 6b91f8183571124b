package dev.huikuan.lifecycle;

import java.time.Clock;

/**
 * Everything that can be done with versions of the policy.
 *
 * @param registry the versions that are loaded
 * @param folder what comes from a policy folder
 */
public record PolicyLife(
    PolicyArchive archive,
    PolicyRegistry registry,
    Drafts drafts,
    Approvals approvals,
    Activations activations,
    Simulations simulations,
    FolderImport folder) {

  /**
   * Over an archive and what is installed here; the registry loads old versions from it from now
   * on.
   */
  public static PolicyLife over(
      PolicyArchive archive,
      SimulationArchive runs,
      InstalledRules installed,
      StoredCases cases,
      PolicyRegistry registry,
      Clock clock) {
    registry.loadFrom(archive, new VersionLoader(archive, installed, clock));
    return new PolicyLife(
        archive,
        registry,
        new Drafts(archive, installed, clock),
        new Approvals(archive, clock),
        new Activations(archive, registry, clock),
        new Simulations(archive, registry, runs, cases, clock),
        new FolderImport(archive, registry, clock));
  }
}
