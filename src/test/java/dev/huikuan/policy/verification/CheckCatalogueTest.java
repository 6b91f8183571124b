package dev.huikuan.policy.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.verification.CheckCases.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue of checks that users read says what the product says today. */
class CheckCatalogueTest {

  @Test
  void thePagesAreUpToDate() throws IOException {
    for (Language language : Language.values()) {
      String stored = Files.readString(CheckCatalogue.file(language), StandardCharsets.UTF_8);
      assertThat(stored)
          .as(
              "%s is stale; write it anew: mvn -q test-compile exec:java"
                  + " -Dexec.classpathScope=test -Dmain.class=%s",
              CheckCatalogue.file(language), CheckCatalogue.class.getName())
          .isEqualToNormalizingNewlines(CheckCatalogue.page(language));
    }
  }

  @Test
  void everyKindOfFindingIsExplained() {
    Set<String> explained =
        CheckCases.read().kinds().stream().map(Kind::code).collect(Collectors.toSet());
    assertThat(explained)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values()).map(Code::name).toList());
  }
}
