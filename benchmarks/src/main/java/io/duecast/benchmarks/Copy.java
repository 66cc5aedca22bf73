package io.duecast.benchmarks;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A record that some topology wrote, to be written again. */
record Copy(String topic, @Nullable Bytes key, @Nullable Bytes value, Headers headers) {
  static Copy of(String topic, ConsumerRecord<Bytes, Bytes> record) {
    return new Copy(topic, record.key(), record.value(), record.headers());
  }

  /** Of the key, the value and the headers. */
  int bytes() {
    int sum = sizeOf(key) + sizeOf(value);
    for (Header header : headers) {
      byte[] content = header.value();
      sum += header.key().getBytes(StandardCharsets.UTF_8).length;
      sum += content == null ? 0 : content.length;
    }
    return sum;
  }

  private static int sizeOf(@Nullable Bytes bytes) {
    return bytes == null ? 0 : bytes.get().length;
  }
}
