/**
 * Active policy against candidate on the same cases: who is treated differently and at what cost.
 * Start at {@link dev.huikuan.simulation.Simulation}. May import {@code portfolio}, {@code
 * decision}, {@code policy} and {@code domain}.
 */
package dev.huikuan.simulation;
