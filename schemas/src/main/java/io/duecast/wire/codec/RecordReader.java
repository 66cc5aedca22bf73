package io.duecast.wire.codec;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** Reads what was written with one schema into records of today. Safe for threads. */
public final class RecordReader<T> {
  private final RecordCodec<T> codec;
  private final ThreadLocal<Decoders> decoders;

  RecordReader(RecordCodec<T> codec, Schema written) {
    this.codec = codec;
    this.decoders = ThreadLocal.withInitial(() -> Decoders.of(written, codec.schema()));
  }

  public RecordCodec<T> codec() {
    return codec;
  }

  /**
   * The record in the bytes from {@code offset} to the end, whoever wrote them.
   *
   * @throws RejectedException if they hold no record, something is left over, or the record's own
   *     rules are broken
   */
  public T read(byte[] bytes, int offset) {
    try {
      Decoders thread = decoders.get();
      BoundedDecoder bounded = thread.bounded().over(bytes, offset);
      ResolvingDecoder resolving = thread.resolving();
      T value;
      if (resolving == null) {
        value = codec.read(bounded);
      } else {
        resolving.configure(bounded);
        value = codec.read(resolving);
        resolving.drain();
      }
      requireEnd(bounded);
      return value;
    } catch (AvroTypeException e) {
      throw rejected(RejectReason.CONTRACT_VIOLATION, e);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw rejected(RejectReason.UNDECODABLE, e);
    }
  }

  private void requireEnd(BoundedDecoder bounded) {
    if (bounded.remaining() > 0) {
      throw new RejectedException(
          RejectReason.UNDECODABLE,
          codec.type().getSimpleName() + ": " + bounded.remaining() + " bytes too many");
    }
  }

  private RejectedException rejected(RejectReason reason, Exception cause) {
    RejectedException rejected =
        new RejectedException(reason, codec.type().getSimpleName() + ": " + cause.getMessage());
    rejected.initCause(cause);
    return rejected;
  }

  /**
   * What one thread reads with.
   *
   * @param resolving null where the schema of the writer is that of today
   */
  private record Decoders(BoundedDecoder bounded, @Nullable ResolvingDecoder resolving) {
    static Decoders of(Schema written, Schema read) {
      BoundedDecoder bounded = new BoundedDecoder();
      if (written.equals(read)) {
        return new Decoders(bounded, null);
      }
      try {
        return new Decoders(bounded, DecoderFactory.get().resolvingDecoder(written, read, bounded));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
