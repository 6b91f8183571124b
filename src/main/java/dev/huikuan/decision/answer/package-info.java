/**
 * How a recommendation is written as JSON: the stored form in both languages and the form for one
 * reader. Start at {@link dev.huikuan.decision.answer.RecommendationJson}. May import {@code
 * domain}.
 */
package dev.huikuan.decision.answer;
