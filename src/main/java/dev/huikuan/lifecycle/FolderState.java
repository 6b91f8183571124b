package dev.huikuan.lifecycle;

import java.time.Instant;

/**
 * What a policy folder holds after it changed on disk.
 *
 * @param errors what loading it found; with any it cannot be served
 * @param at when the change was seen
 */
public record FolderState(String version, int errors, Instant at) {}
