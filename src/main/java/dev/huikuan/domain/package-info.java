/**
 * The ground: records of the case, the vocabulary and the recommendation, and the values between
 * them. Start at {@link dev.huikuan.domain.Case} and {@link dev.huikuan.domain.Recommendation}.
 * Imports nothing but the JDK.
 */
package dev.huikuan.domain;
