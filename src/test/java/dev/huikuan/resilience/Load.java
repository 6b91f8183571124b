package dev.huikuan.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Clients that have decisions recorded as fast as they can, each under an idempotency key of its
 * own, singly and in batches, and remember what was acknowledged. A new one for each service; what
 * they remember is shared.
 */
final class Load {

  /** What all clients together sent and were told. Thread-safe. */
  static final class Memory {

    /** The decision's id by its key. */
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Keys that were sent. */
    final Set<String> sent = ConcurrentHashMap.newKeySet();

    /** How often each status came; 0 for a connection that broke. */
    final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    /** What should never come. */
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private final AtomicInteger next = new AtomicInteger();

    private void acknowledge(String key, String id) {
      String before = acknowledged.putIfAbsent(key, id);
      if (before != null && !before.equals(id)) {
        wrong.add("key " + key + " was " + before + " and is " + id);
      }
    }

    private void count(int status) {
      statuses.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
    }

    int count(Integer status) {
      AtomicInteger seen = statuses.get(status);
      return seen == null ? 0 : seen.get();
    }

    List<String> unacknowledged() {
      return sent.stream().filter(key -> !acknowledged.containsKey(key)).sorted().toList();
    }

    @Override
    public String toString() {
      return sent.size()
          + " sent, "
          + acknowledged.size()
          + " acknowledged, statuses "
          + new TreeMap<>(statuses);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES = 25;
  private static final int CUSTOMERS = 40;

  /** Longer than the service may take, and far from for ever. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final String url;
  private final Memory memory;
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean over;

  /**
   * @param singles connections for single cases
   * @param batches connections for batches
   */
  static Load start(String url, Memory memory, int singles, int batches) {
    Load load = new Load(url, memory);
    for (int i = 0; i < singles; i++) {
      load.started(load::singles);
    }
    for (int i = 0; i < batches; i++) {
      load.started(load::batches);
    }
    return load;
  }

  /** For requests one by one. */
  Load(String url, Memory memory) {
    this.url = url;
    this.memory = memory;
  }

  private interface Client {
    void work(HttpClient client) throws InterruptedException;
  }

  private void started(Client work) {
    Thread thread =
        new Thread(
            () -> {
              HttpClient client = client();
              try {
                while (!over) {
                  work.work(client);
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
    clients.add(thread);
  }

  static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private void singles(HttpClient client) throws InterruptedException {
    single(client, "s-" + memory.next.incrementAndGet());
  }

  /** Sends the case of a key; true when it was acknowledged. */
  boolean single(HttpClient client, String key) throws InterruptedException {
    memory.sent.add(key);
    HttpRequest request =
        request("/v1/decisions", key, "application/json")
            .POST(BodyPublishers.ofString(body(key)))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      memory.count(answer.statusCode());
      if (answer.statusCode() == 201) {
        memory.acknowledge(key, JSON.readTree(answer.body()).get("id").asText());
        return true;
      }
      boolean refused =
          answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
      if (!refused) {
        memory.wrong.add(answer.statusCode() + " " + answer.body());
      }
    } catch (java.net.http.HttpTimeoutException hang) {
      memory.wrong.add("no answer within " + BOUND);
    } catch (IOException broken) {
      memory.count(0);
      Thread.sleep(20);
    }
    return false;
  }

  private void batches(HttpClient client) throws InterruptedException {
    batch(client, "b-" + memory.next.incrementAndGet());
  }

  /** Sends a batch; each line has the key of the batch, a slash and its number. */
  private void batch(HttpClient client, String key) throws InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (int line = 1; line <= LINES; line++) {
      memory.sent.add(key + "/" + line);
      lines.append(body(key + "/" + line)).append('\n');
    }
    HttpRequest request =
        request("/v1/decisions/batch", key, "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    try {
      HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
      read(key, answer.statusCode(), answer.body().iterator());
    } catch (IOException | java.io.UncheckedIOException broken) {
      memory.count(0);
      Thread.sleep(20);
    }
  }

  private void read(String key, int status, Iterator<String> lines) throws IOException {
    while (lines.hasNext()) {
      JsonNode answer = JSON.readTree(lines.next());
      if (status != 200) {
        memory.count(status);
        if (status != 503) {
          memory.wrong.add(status + " " + answer);
        }
      } else if (answer.has("decision")) {
        memory.count(201);
        memory.acknowledge(key + "/" + answer.get("line"), answer.at("/decision/id").asText());
      } else if (answer.has("problem")) {
        int problem = answer.at("/problem/status").asInt();
        memory.count(problem);
        if (problem != 503) {
          memory.wrong.add(answer.toString());
        }
      } else if (answer.get("end").asInt() != LINES) {
        memory.wrong.add(answer.toString());
      }
    }
  }

  private HttpRequest.Builder request(String path, String key, String type) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(BOUND)
        .header("Content-Type", type)
        .header("Idempotency-Key", key);
  }

  /** Sends everything again that was not acknowledged. */
  void sendAgain() throws InterruptedException {
    HttpClient client = client();
    for (String key : memory.unacknowledged()) {
      int slash = key.indexOf('/');
      if (slash < 0) {
        single(client, key);
      } else if (!memory.acknowledged.containsKey(key)) {
        batch(client, key.substring(0, slash));
      }
    }
  }

  /** The case of a key: few customers, so that accounts are written again and again. */
  static String body(String key) {
    int number = Math.floorMod(key.hashCode(), CUSTOMERS);
    return "{\"asOf\":\"2026-11-20\",\"bankDataAsOf\":\"2026-11-20\",\"customer\":{\"id\":\"C-"
        + number
        + "\",\"name\":\"客户 "
        + number
        + "\",\"jurisdiction\":\"CN\"},\"receivables\":[{\"id\":\"INV-"
        + key
        + "\",\"currency\":\"CNY\",\"amount\":"
        + (1000 + number)
        + ",\"dueOn\":\"2026-10-06\"}]}";
  }

  /** No new requests; waits for the answers to those under way. */
  void end() throws InterruptedException {
    over = true;
    for (Thread client : clients) {
      client.join();
    }
  }
}
