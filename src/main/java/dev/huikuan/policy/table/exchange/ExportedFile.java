package dev.huikuan.policy.table.exchange;

/**
 * A file to be written.
 *
 * @param name without a folder, safe as a file name
 */
public record ExportedFile(String name, byte[] content) {}
