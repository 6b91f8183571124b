package dev.huikuan.access;

import dev.huikuan.access.Sessions.Session;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Browsers that signed in with a key. Thread-safe. */
public final class SignIns {

  /** However busy it is, a browser signs in again after so long. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration SEEN_AT_MOST_EACH = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final LiveKeys keys;
  private final Duration idle;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param idle after so long without a request a browser signs in again
   */
  SignIns(Sessions sessions, LiveKeys keys, Duration idle, Clock clock) {
    this.sessions = sessions;
    this.keys = keys;
    this.idle = idle;
    this.clock = clock;
  }

  /**
   * A browser that is signed in.
   *
   * @param csrf what its forms carry, so that no other site's form can pass for one of them
   */
  public record SignedIn(ApiKey key, String csrf) {

    /** The attribute of a request under which the pages find who is signed in. */
    public static final String ATTRIBUTE = "signedIn";

    /** True when the form carries what it should. */
    public boolean sent(String formToken) {
      return Secret.equal(csrf, formToken);
    }
  }

  /** Opens a session of a key; the value of its cookie. */
  String open(ApiKey key) {
    Instant now = clock.instant();
    sessions.forget(now.minus(idle));
    String cookie = Secret.letters(random);
    sessions.open(new Session(Secret.hash(cookie), key.id(), now, now));
    return cookie;
  }

  /** Who has this cookie; empty when it is too old, unknown, or its key was revoked. */
  Optional<SignedIn> find(String cookie) {
    Instant now = clock.instant();
    Optional<Session> session = sessions.find(Secret.hash(cookie)).filter(s -> isFresh(s, now));
    Optional<ApiKey> key = session.flatMap(s -> keys.withId(s.keyId()));
    if (key.isPresent() && session.get().seenAt().isBefore(now.minus(SEEN_AT_MOST_EACH))) {
      sessions.seen(session.get().idHash(), now);
    }
    return key.map(k -> new SignedIn(k, csrf(cookie)));
  }

  private boolean isFresh(Session session, Instant now) {
    return session.seenAt().isAfter(now.minus(idle))
        && session.createdAt().isAfter(now.minus(LONGEST));
  }

  void close(String cookie) {
    sessions.close(Secret.hash(cookie));
  }

  /** Bound to the session without being kept: who knows the one cannot tell the other's cookie. */
  private static String csrf(String cookie) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
