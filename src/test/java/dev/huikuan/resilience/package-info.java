/**
 * What becomes of acknowledged decisions when processes are killed, disks are full and databases
 * are gone. Start at {@link dev.huikuan.resilience.Load}. Services are processes of their own,
 * spoken to over HTTP.
 */
package dev.huikuan.resilience;
