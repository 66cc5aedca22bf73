package io.duecast.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteBehindStoreTest {
  private static final int LIMIT = 4;

  private final KeyValueStore<String, String> below =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("below"), Serdes.String(), Serdes.String())
          .withLoggingDisabled()
          .build();
  private final WriteBehindStore<String> store = new WriteBehindStore<>(below, LIMIT);

  @BeforeEach
  void open() {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
  }

  @Test
  void whatWasPutIsReadBeforeItIsWritten() {
    store.put("a", "1");
    store.put("a", "2");

    assertThat(store.get("a")).isEqualTo("2");
    assertThat(below.get("a")).isNull();
  }

  @Test
  void aCommitFindsAllOfItBelow() {
    below.put("gone", "0");
    store.put("a", "1");
    store.put("b", "1");
    store.put("a", "2");
    store.delete("gone");

    store.flushCache();

    assertThat(entries(below)).containsExactly(KeyValue.pair("a", "2"), KeyValue.pair("b", "1"));
  }

  @Test
  void whatIsWrittenIsWrittenOnce() {
    store.put("a", "1");
    store.flushCache();
    below.put("a", "changed below");

    store.flushCache();

    assertThat(below.get("a")).isEqualTo("changed below");
  }

  @Test
  void aRangeHasWhatIsNotYetWritten() {
    below.put("a", "1");
    store.put("b", "2");
    store.put("c", "3");

    try (KeyValueIterator<String, String> range = store.range(null, "b")) {
      assertThat(range)
          .toIterable()
          .containsExactly(KeyValue.pair("a", "1"), KeyValue.pair("b", "2"));
    }
  }

  @Test
  void moreThanCanBeHeldIsWrittenBeforeTheCommit() {
    for (int i = 0; i <= LIMIT; i++) {
      store.put("k" + i, "v" + i);
    }

    assertThat(below.get("k0")).isEqualTo("v0");
    assertThat(store.get("k0")).isEqualTo("v0");
  }

  @Test
  void aTaskThatBeginsAgainReadsWhatIsBelow() {
    below.put("a", "committed");
    store.put("a", "lost with its transaction");

    store.clearCache();

    assertThat(store.get("a")).isEqualTo("committed");
    store.flushCache();
    assertThat(below.get("a")).isEqualTo("committed");
  }

  @Test
  void itIsAPlainStoreToWhoeverUsesIt() {
    TreeMap<String, String> twin = new TreeMap<>();
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String key = "k" + random.nextInt(13);
      switch (random.nextInt(6)) {
        case 0 -> assertThat(store.delete(key)).isEqualTo(twin.remove(key));
        case 1 -> store.flushCache();
        case 2 ->
            assertThat(store.putIfAbsent(key, "v" + i)).isEqualTo(twin.putIfAbsent(key, "v" + i));
        case 3 -> assertThat(store.get(key)).isEqualTo(twin.get(key));
        default -> {
          store.put(key, "v" + i);
          twin.put(key, "v" + i);
        }
      }
    }
    List<KeyValue<String, String>> expected = new ArrayList<>();
    twin.forEach((key, value) -> expected.add(KeyValue.pair(key, value)));

    assertThat(entries(store)).isEqualTo(expected);
  }

  private static List<KeyValue<String, String>> entries(KeyValueStore<String, String> store) {
    List<KeyValue<String, String>> entries = new ArrayList<>();
    try (KeyValueIterator<String, String> all = store.all()) {
      all.forEachRemaining(entries::add);
    }
    return entries;
  }
}
