package dev.huikuan.rest;

import dev.huikuan.domain.Text;

/** The kinds of problem that this service answers with: a stable code, its status, its title. */
public enum ProblemCode {
  MALFORMED(400, "请求无法读取", "the request cannot be read"),
  UNAUTHENTICATED(401, "需要密钥", "a key is needed"),
  FORBIDDEN(403, "请求被拒绝", "the request is refused"),
  NOT_FOUND(404, "没有这个资源", "there is nothing here"),
  IDEMPOTENCY_CONFLICT(409, "幂等键已被占用", "the idempotency key is taken"),
  POLICY_STATE(409, "策略版本的状态不允许", "the state of the policy version does not allow it"),
  ACTIVE_CHANGED(409, "现行版本已改变", "another version became active"),
  RULES_NOT_INSTALLED(409, "此处未安装相应规则", "the rules of that version are not installed here"),
  TOO_LARGE(413, "请求过大", "the request is too large"),
  MEDIA_TYPE(415, "内容类型不支持", "the content type is not supported"),
  WRONG_HOST(421, "请求发往了别的主机", "the request was meant for another host"),
  INVALID_CASE(422, "案例数据有误", "the case has faults"),
  TOO_MANY(429, "请求过于频繁", "too many requests"),
  INTERNAL(500, "内部错误", "internal error"),
  NOT_IMPLEMENTED(501, "尚未提供", "not available yet"),
  LOG_UNAVAILABLE(503, "记录暂不可用", "the records are unavailable"),
  BUSY(503, "服务尚未就绪", "the service is not ready");

  private final int status;
  private final Text title;

  ProblemCode(int status, String zh, String en) {
    this.status = status;
    this.title = new Text(zh, en);
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  public Text title() {
    return title;
  }

  /** The RFC 9457 type. */
  public String urn() {
    return "urn:huikuan:problem:" + name();
  }
}
