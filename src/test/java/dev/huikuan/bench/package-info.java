/**
 * What this house takes, beside what a bare engine, an echo or a plain loop takes in the same run.
 * Start at {@link dev.huikuan.bench.Benchmarks}. Not a test: no build depends on a time.
 */
package dev.huikuan.bench;
