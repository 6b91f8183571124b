/**
 * What the pages show, as records in the reader's language: no template decides or translates.
 * Start at {@link dev.huikuan.web.view.AnswerView}. May import {@code decision}, {@code policy} and
 * {@code domain}.
 */
package dev.huikuan.web.view;
