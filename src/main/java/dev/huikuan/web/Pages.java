package dev.huikuan.web;

import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.DocsView;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.SignInView;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, compiled with the code; every value is escaped for its place in the page. */
final class Pages {

  private static final String PACKAGE = "dev.huikuan.web.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

  /**
   * @param server its address, as the reader's browser calls it
   */
  String desk(DeskView view, String server) {
    StringOutput output = new StringOutput();
    engine.render("desk.jte", Map.of("view", view, "server", server), output);
    return output.toString();
  }

  String account(CaseView view) {
    return render("account.jte", view);
  }

  String message(MessageView view) {
    return render("message.jte", view);
  }

  String waiting(Frame frame) {
    return render("waiting.jte", frame);
  }

  String signIn(SignInView view) {
    return render("signIn.jte", view);
  }

  String docs(DocsView view) {
    return render("docs.jte", view);
  }

  private String render(String template, Object view) {
    StringOutput output = new StringOutput();
    engine.render(template, view, output);
    return output.toString();
  }
}
