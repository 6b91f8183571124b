package dev.huikuan.records;

/**
 * A part of a list, and how long the whole list was at the same moment.
 *
 * @param total items that fit, on whatever page; present also when the page is empty
 */
public record CountedPage<T>(Page<T> page, long total) {}
