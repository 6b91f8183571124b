/**
 * The command line: one class per command; it translates and never decides. Start at {@link
 * dev.huikuan.cli.Cli}. May import the workshops, {@code decision}, {@code policy} and {@code
 * domain}; what else a command needs comes from {@code app} through {@link dev.huikuan.cli.House}.
 */
package dev.huikuan.cli;
