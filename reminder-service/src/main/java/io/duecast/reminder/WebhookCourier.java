package io.duecast.reminder;

import io.duecast.dunning.Reminder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Sends by a signed call: the text as its body, {@code Duecast-Signature} over {@code
 * Duecast-Timestamp} and the body, and {@code Idempotency-Key} to tell a copy by.
 */
public final class WebhookCourier implements Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GONE = 410;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String secret;
  private final InstantSource clock;

  public WebhookCourier(String secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public void send(Reminder reminder, Address to, Message message) {
    if (to.webhook() == null) {
      throw new UndeliveredException(true, "no webhook is known");
    }
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    HttpRequest call =
        HttpRequest.newBuilder(URI.create(to.webhook()))
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .header("Duecast-Subject", Ascii.encoded(message.subject()))
            .header("Duecast-Timestamp", timestamp)
            .header("Duecast-Signature", Signature.of(secret, timestamp, message.text()))
            .header("Idempotency-Key", Ascii.encoded(reminder.reminderId()))
            .POST(HttpRequest.BodyPublishers.ofString(message.text()))
            .build();
    int code = answer(call);
    if (code / 100 != 2) {
      throw new UndeliveredException(code == GONE, "the webhook answered " + code);
    }
  }

  private int answer(HttpRequest call) {
    try {
      return client.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UndeliveredException(false, "the webhook: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UndeliveredException(false, "interrupted");
    }
  }
}
