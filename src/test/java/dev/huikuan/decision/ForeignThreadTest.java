package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The threads of a pool may know another class loader than ours, as under {@code mvn exec:java}.
 * All classes are loaded anew, as in a fresh machine: what was found once stays found.
 */
@Tag("once")
class ForeignThreadTest {

  /** Loads the default policy and decides; made by the fresh class loader. */
  public static final class FirstDecision implements Callable<String> {
    @Override
    public String call() {
      String json =
          """
          {"asOf": "2026-06-30", "customer": {"id": "C", "jurisdiction": "GB"},
           "receivables": [{"id": "R", "amount": 1000, "dueOn": "2026-05-31"}]}
          """;
      return Shipped.pipeline()
          .decide(
              Shipped.read(Shipped.tree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
          .action()
          .code();
    }
  }

  @Test
  void aThreadThatDoesNotKnowOurClassesDecidesTheSame() throws Exception {
    ClassLoader bare = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader fresh = new URLClassLoader(classPath(), bare)) {
      assertThat(onThreadOf(bare, decision(fresh))).isEqualTo(new FirstDecision().call());
    }
  }

  @SuppressWarnings("unchecked")
  private static Callable<String> decision(ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(FirstDecision.class.getName());
    assertThat(type).isNotEqualTo(FirstDecision.class);
    return (Callable<String>) type.getDeclaredConstructor().newInstance();
  }

  private static String onThreadOf(ClassLoader known, Callable<String> work)
      throws InterruptedException, ExecutionException {
    ExecutorService pool =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task);
              thread.setContextClassLoader(known);
              return thread;
            });
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      URI place = new File(entry).toURI();
      urls.add(place.toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
