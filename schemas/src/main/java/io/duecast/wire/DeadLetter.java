package io.duecast.wire;

import io.duecast.check.RejectReason;
import io.duecast.check.Rejection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not accepted, as it came, with the rule that it broke.
 *
 * @param sourceTopic the topic it came from
 * @param partition its partition there
 * @param offset its offset there
 * @param timestamp its timestamp there
 * @param key its key as it came; null for none
 * @param value its value as it came; null for none
 * @param headers its headers; of those with one name, the last
 * @param reason the rule that it broke
 * @param detail what was wrong, with ids and both values; never a name or an address
 * @param failedAt when it was refused
 */
public record DeadLetter(
    String sourceTopic,
    int partition,
    long offset,
    Instant timestamp,
    @Nullable Bytes key,
    @Nullable Bytes value,
    Map<String, Bytes> headers,
    RejectReason reason,
    String detail,
    Instant failedAt) {
  public DeadLetter {
    headers = Map.copyOf(headers);
  }

  /** The letter of a record that was refused. */
  public static DeadLetter of(
      Origin origin,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers,
      Rejection rejection,
      Instant failedAt) {
    return new DeadLetter(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.timestamp(),
        Bytes.wrap(key),
        Bytes.wrap(value),
        lastOfEach(headers),
        rejection.reason(),
        rejection.detail(),
        failedAt);
  }

  /** Where the record stood: the identity of the letter, and its key. */
  public String id() {
    return sourceTopic + "/" + partition + "/" + offset;
  }

  private static Map<String, Bytes> lastOfEach(Headers headers) {
    Map<String, Bytes> last = new LinkedHashMap<>();
    for (Header header : headers) {
      byte[] value = header.value();
      last.put(header.key(), Bytes.wrap(value == null ? new byte[0] : value));
    }
    return last;
  }

  /** Where a record stood when it was refused. */
  public record Origin(String topic, int partition, long offset, Instant timestamp) {}
}
