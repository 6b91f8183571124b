package dev.huikuan.app.operation;

/** Names of properties of a log line that more than one place writes. */
final class LogFields {

  static final String REQUEST_ID = "requestId";

  private LogFields() {}
}
