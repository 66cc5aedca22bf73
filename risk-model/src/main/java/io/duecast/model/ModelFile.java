package io.duecast.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model as a file: magic, version, lengths, manifest, packed arrays, checksum;
 * docs/model-format.md has the layout. Reading takes no memory beyond a small multiple of the bytes
 * at hand, whatever they say, and lets nothing through that could not be scored.
 */
public final class ModelFile {
  /** The only version so far. Another layout is another version, and comes with a fixture. */
  public static final int FORMAT_VERSION = 1;

  /** What no honest model comes near; more is refused unread. */
  public static final int MAX_BYTES = 256 << 20;

  private static final byte[] MAGIC = "DUECASTM".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + 3 * Integer.BYTES;
  private static final int CHECKSUM_BYTES = 32;
  private static final int MAX_MANIFEST_BYTES = 4 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ModelFile() {}

  /**
   * The file's bytes; the same model always gives the same.
   *
   * @throws IllegalArgumentException if it is too large
   */
  public static byte[] write(RiskModel model) {
    byte[] manifest = json(model.manifest());
    long length = (long) HEADER_BYTES + manifest.length + PackedModel.bytes(model) + CHECKSUM_BYTES;
    if (length > MAX_BYTES || manifest.length > MAX_MANIFEST_BYTES) {
      throw new IllegalArgumentException("a model of %d bytes is too large".formatted(length));
    }
    byte[] file = new byte[(int) length];
    ByteBuffer out = ByteBuffer.wrap(file);
    out.put(MAGIC).putInt(FORMAT_VERSION).putInt(manifest.length);
    out.putInt((int) PackedModel.bytes(model)).put(manifest);
    PackedModel.write(model, out);
    out.put(checksum(file));
    return file;
  }

  /**
   * The model in a file.
   *
   * @throws RefusedModelException if the bytes are no model that this version can read
   */
  public static RiskModel read(byte[] file) {
    refuseUnless(file.length <= MAX_BYTES, "%d bytes are too many for a model", file.length);
    refuseUnless(
        file.length >= HEADER_BYTES + CHECKSUM_BYTES
            && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length),
        "the bytes are no model file");
    ByteBuffer in = ByteBuffer.wrap(file).position(MAGIC.length);
    int version = in.getInt();
    refuseUnless(version == FORMAT_VERSION, "format version %d is not known here", version);
    int manifest = in.getInt();
    int body = in.getInt();
    refuseUnless(
        manifest >= 0
            && manifest <= MAX_MANIFEST_BYTES
            && body >= 0
            && (long) HEADER_BYTES + manifest + body + CHECKSUM_BYTES == file.length,
        "a file of %d bytes says that it has %d of manifest and %d of body",
        file.length,
        manifest,
        body);
    byte[] said = Arrays.copyOfRange(file, file.length - CHECKSUM_BYTES, file.length);
    refuseUnless(MessageDigest.isEqual(said, checksum(file)), "the checksum does not match");
    return parse(file, in.position(), manifest, body);
  }

  /** What the model goes by in events: the checksum of its file, in hex. */
  public static String id(byte[] file) {
    return HexFormat.of().formatHex(file, file.length - CHECKSUM_BYTES, file.length);
  }

  private static RiskModel parse(byte[] file, int from, int manifestBytes, int bodyBytes) {
    try {
      ModelManifest manifest = JSON.readValue(file, from, manifestBytes, ModelManifest.class);
      refuseUnless(manifest != null, "the manifest is null");
      ByteBuffer body = ByteBuffer.wrap(file).slice(from + manifestBytes, bodyBytes);
      RiskModel model = PackedModel.read(manifest, body);
      refuseUnless(!body.hasRemaining(), "%d bytes follow the body", body.remaining());
      return model;
    } catch (RefusedModelException e) {
      throw e;
    } catch (IOException e) {
      throw new RefusedModelException("the manifest cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new RefusedModelException("the body is no model: " + e.getMessage(), e);
    }
  }

  private static byte[] json(ModelManifest manifest) {
    try {
      return JSON.writeValueAsBytes(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest can always be written", e);
    }
  }

  /** Over all but the last 32 bytes. */
  private static byte[] checksum(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, file.length - CHECKSUM_BYTES);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @FormatMethod
  private static void refuseUnless(boolean holds, @FormatString String message, Object... args) {
    if (!holds) {
      throw new RefusedModelException(message.formatted(args));
    }
  }
}
