package dev.huikuan.web.view;

/**
 * Who reads a page.
 *
 * @param name of the key; empty when nobody is signed in
 * @param csrf what every form that is posted carries; empty when nobody is signed in
 * @param open true in open mode: nobody need sign in
 */
public record Visitor(String name, String csrf, boolean open) {

  /** Whoever sits at this machine. */
  public static final Visitor OPEN = new Visitor("", "", true);

  public boolean isSignedIn() {
    return !name.isEmpty();
  }
}
