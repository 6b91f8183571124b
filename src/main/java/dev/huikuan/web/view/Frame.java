package dev.huikuan.web.view;

import dev.huikuan.domain.Language;

/**
 * What every page has around it.
 *
 * @param title of the document
 * @param switchUrl the same page in the other language; empty when it was posted
 * @param visitor who reads it
 * @param server its address, as the reader's browser calls it
 * @param switchForm id of the form that the switch sends again when the page was posted
 */
public record Frame(
    Language language,
    String title,
    String switchUrl,
    String switchForm,
    String policyVersion,
    Visitor visitor,
    String server) {

  /** The form with the case. */
  public static final String CASE_FORM = "case-form";

  /** The form with the case and what is assumed. */
  public static final String WHAT_IF_FORM = "what-if-form";

  /** The same around a hypothetical answer: what is assumed stays when the language changes. */
  public Frame aroundWhatIf() {
    return withSwitchForm(WHAT_IF_FORM);
  }

  /** The same; where the page was posted, this form is sent again in the other language. */
  public Frame withSwitchForm(String form) {
    return new Frame(language, title, switchUrl, form, policyVersion, visitor, server);
  }

  public String t(Wording phrase) {
    return phrase.in(language);
  }

  public String otherLanguage() {
    return language == Language.ZH ? Language.EN.tag() : Language.ZH.tag();
  }

  /** The version's first twelve characters, enough to tell versions apart by eye. */
  public String shortVersion() {
    return policyVersion.substring(0, Math.min(12, policyVersion.length()));
  }
}
