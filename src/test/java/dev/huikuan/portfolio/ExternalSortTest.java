package dev.huikuan.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.portfolio.ExternalSort.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting outside of memory is sorting. */
class ExternalSortTest {

  private record Ranked(boolean waits, BigDecimal points, String customer, long line) {
    byte[] key() {
      return new SortKey().flag(waits).descending(points).text(customer).ascending(line).bytes();
    }
  }

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing(Ranked::waits)
          .thenComparing(Ranked::points, Comparator.reverseOrder())
          .thenComparing(Ranked::customer)
          .thenComparing(Ranked::line);

  private static final List<String> CUSTOMERS =
      List.of("", "A", "AB", "a", "张三", "张", "\uFFFD", "\uD83D\uDE00", "Z\u0001");

  private static Ranked random(Random random) {
    return new Ranked(
        random.nextBoolean(),
        new BigDecimal(random.nextInt(7) - 3).movePointLeft(random.nextInt(3)),
        CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
        random.nextInt(3) - 1L);
  }

  @Test
  void keysCompareAsTheirValuesDo() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      Ranked one = random(random);
      Ranked other = random(random);
      int byKey = java.util.Arrays.compareUnsigned(one.key(), other.key());
      assertThat(Integer.signum(byKey))
          .as("%s and %s", one, other)
          .isEqualTo(Integer.signum(ORDER.compare(one, other)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 300, 5_000, 1_000_000})
  void whatComesOutIsWhatASortInMemoryGives(long inMemory) throws IOException {
    Random random = new Random(inMemory);
    List<Entry> given = new ArrayList<>();
    try (ExternalSort sort = new ExternalSort(inMemory)) {
      for (int i = 0; i < 500; i++) {
        byte[] value = ("value " + i).repeat(random.nextInt(9)).getBytes(StandardCharsets.UTF_8);
        Entry entry = new Entry(random(random).key(), value);
        given.add(entry);
        sort.add(entry.key(), entry.value());
      }
      assertThat(sort.runs() > 1).isEqualTo(inMemory < 100_000);
      given.sort((one, other) -> java.util.Arrays.compareUnsigned(one.key(), other.key()));
      ExternalSort.Sorted sorted = sort.sorted();
      for (Entry expected : given) {
        Entry next = sorted.next().orElseThrow();
        assertThat(next.key()).isEqualTo(expected.key());
        assertThat(next.value()).as("equal keys keep their order").isEqualTo(expected.value());
      }
      assertThat(sorted.next()).isEmpty();
    }
  }

  @Test
  void nothingIsLeftOnDisk(@TempDir Path folder) throws IOException {
    try (ExternalSort sort = new ExternalSort(0, folder)) {
      sort.add(new byte[] {1}, new byte[10]);
      sort.add(new byte[] {0}, new byte[10]);
      assertThat(sort.runs()).isEqualTo(2);
    }
    assertThat(folder).isEmptyDirectory();
  }
}
