package dev.huikuan.web.view;

/** A page that says what is the matter, and what to do now. */
public record MessageView(Frame frame, String title, String lead) {}
