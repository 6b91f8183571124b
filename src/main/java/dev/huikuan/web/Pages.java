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

/** The templates, compiled with the code; every value is escaped for its place in the page. */
final class Pages {

  private static final String PACKAGE = "dev.huikuan.web.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

  String desk(DeskView view) {
    return render("desk.jte", view);
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
