package io.duecast.reminder;

import io.duecast.dunning.Reminder;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends by a signed call: the text as its body, {@code Duecast-Signature} over {@code
 * Duecast-Timestamp} and the body, and {@code Idempotency-Key} to tell a copy by.
 */
public final class WebhookCourier implements Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int GONE = 410;
  private static final int NOT_NOW = 503;

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
      throw UndeliveredException.wrongAddress("add a webhook of the customer to the addresses");
    }
    int code = answer(call(reminder, to.webhook(), message));
    if (code / 100 == 2) {
      return;
    }
    String why = "the webhook answered " + code;
    if (code == GONE) {
      throw UndeliveredException.wrongAddress(why);
    }
    boolean isRefused = code < 500 || code == NOT_NOW;
    throw isRefused ? UndeliveredException.notSent(why) : UndeliveredException.unsure(why);
  }

  private HttpRequest call(Reminder reminder, String url, Message message) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    try {
      return HttpRequest.newBuilder(URI.create(url))
          .timeout(PATIENCE)
          .header("Content-Type", "text/plain; charset=utf-8")
          .header("Duecast-Subject", Ascii.encoded(message.subject()))
          .header("Duecast-Timestamp", timestamp)
          .header("Duecast-Signature", Signature.of(secret, timestamp, message.text()))
          .header("Idempotency-Key", Ascii.encoded(reminder.reminderId()))
          .POST(HttpRequest.BodyPublishers.ofString(message.text()))
          .build();
    } catch (IllegalArgumentException e) {
      throw UndeliveredException.wrongAddress(
          "mend the customer's webhook in the addresses: it is no URL of http or https");
    }
  }

  /** What breaks before there is a connection was surely not sent. */
  private int answer(HttpRequest call) {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(call, HttpResponse.BodyHandlers.discarding());
    try {
      // The call's own time ends with the headers; a body may never end.
      return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (ExecutionException e) {
      throw undelivered(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw UndeliveredException.unsure("the webhook's answer does not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UndeliveredException.unsure("interrupted");
    }
  }

  private static UndeliveredException undelivered(Throwable e) {
    String name = e.getClass().getSimpleName();
    return e instanceof ConnectException
            || e instanceof HttpConnectTimeoutException
            || e instanceof SSLHandshakeException
        ? UndeliveredException.notSent("no connection to the webhook: " + name)
        : UndeliveredException.unsure("the webhook did not answer: " + name);
  }
}
