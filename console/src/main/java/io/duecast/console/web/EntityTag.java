package io.duecast.console.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A name for what an answer holds: that of two different answers is never the same. It is weak, for
 * the same answer may be sent compressed or not.
 */
final class EntityTag {
  private static final int BYTES = 16;

  private EntityTag() {}

  /** Names an answer that is whole, and sends nothing to whoever has it. */
  static void put(Context context) throws IOException {
    @Nullable InputStream body = context.resultInputStream();
    if (body == null || context.statusCode() != 200) {
      return;
    }
    String tag = of(body.readAllBytes());
    body.reset();
    context.header("ETag", tag);
    if (isKnown(context.header("If-None-Match"), tag)) {
      context.status(304).result("");
    }
  }

  static String of(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isKnown(@Nullable String header, String tag) {
    if (header == null) {
      return false;
    }
    for (String it : header.split(",", -1)) {
      if (it.strip().equals(tag) || it.strip().equals("*")) {
        return true;
      }
    }
    return false;
  }
}
