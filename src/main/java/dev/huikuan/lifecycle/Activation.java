package dev.huikuan.lifecycle;

import java.time.Instant;

/**
 * The one version that is active.
 *
 * @param number counts the activations of this archive, from 1
 */
public record Activation(String version, long number, Instant at) {}
