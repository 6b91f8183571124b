package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import dev.huikuan.records.RecordsUnavailable;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the HTTP library refuses by itself, in this product's words. */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  static Problem problem(Context ctx, HttpResponseException refusal) {
    String asked = "`" + ctx.method() + " " + ctx.path() + "`";
    return switch (refusal.getStatus()) {
      case 404 ->
          Problem.of(
              ProblemCode.NOT_FOUND,
              new Text(
                  asked + "：没有这个地址；所有接口见 /docs",
                  asked + ": no such address; /docs lists all of them"));
      case 405 -> wrongMethod(asked, refusal);
      case 413 -> tooLarge();
      case 415 ->
          Problem.of(
              ProblemCode.MEDIA_TYPE, new Text("不支持这种内容类型", "this content type is not supported"));
      case 400 ->
          Problem.of(ProblemCode.MALFORMED, new Text("请求格式有误", "the request is not well-formed"));
      default -> internal();
    };
  }

  /** What is wrong when reading a body fails by what the client sent, or did not send. */
  static Optional<Problem> ofBody(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof HttpException late && late.getCode() == HttpStatus.REQUEST_TIMEOUT_408) {
        return Optional.of(Problem.tooSlow());
      }
      if (t instanceof EofException || t instanceof HttpException) {
        return Optional.of(
            Problem.of(
                    ProblemCode.MALFORMED,
                    new Text(
                        "正文不完整，或分块传输格式有误；请完整地重新提交",
                        "body: it broke off, or its chunks are not well-formed; send all of it"))
                .with("Connection", "close"));
      }
    }
    return Optional.empty();
  }

  /** The stated bound on a request's body. */
  static Problem tooLarge() {
    return Problem.of(
        ProblemCode.TOO_LARGE,
        new Text(
            "正文超过 5 MB 上限；请拆分后再提交",
            "body: expected at most 5 MB, found more; split it and send the parts"));
  }

  static Problem lineTooLong() {
    return Problem.of(
        ProblemCode.TOO_LARGE,
        new Text(
            "该行超过 256 kB 上限；请用 POST /v1/decisions 单独提交该案例",
            "line: expected at most 256 kB, found more; send this case alone to POST /v1/decisions"));
  }

  static Problem batchTooLarge() {
    return Problem.of(
        ProblemCode.TOO_LARGE,
        new Text(
            "正文超过 2 GB 上限；请拆分后再提交，此处之后的案例未作决策",
            "body: expected at most 2 GB, found more; split it: nothing from here on was decided"));
  }

  /** The database does not take or give records now. */
  static Problem unavailable(RecordsUnavailable gone) {
    LOG.warn("{}", gone.getMessage());
    return Problem.of(
            ProblemCode.LOG_UNAVAILABLE,
            new Text(
                "数据库暂不可用，未作任何改动；请稍后重试",
                "the database is not available and nothing was changed; try again later"))
        .with("Retry-After", "5");
  }

  static Problem internal() {
    return Problem.of(
        ProblemCode.INTERNAL,
        new Text(
            "服务内部出错，未作出任何决策；详情见服务日志",
            "something went wrong on our side and nothing was decided; the service's log has the details"));
  }

  private static Problem wrongMethod(String asked, HttpResponseException refusal) {
    String allowed = refusal.getDetails().getOrDefault("availableMethods", "");
    Problem problem =
        Problem.method(
            new Text(
                asked + "：该地址不支持此方法；支持的方法：" + allowed,
                asked + ": this address does not take that method; it takes: " + allowed));
    return allowed.isEmpty() ? problem : problem.with("Allow", allowed);
  }
}
