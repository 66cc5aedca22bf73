package io.duecast.service.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duecast.service.launch.StartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET} on a few paths over HTTP; nothing else. */
final class ObservabilityServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Page> pages;

  private ObservabilityServer(HttpServer server, Map<String, Page> pages) {
    this.server = server;
    this.pages = Map.copyOf(pages);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("observability-", 0).factory());
  }

  /** What is answered on a path. */
  interface Page {
    Answer answer() throws IOException;
  }

  /** An answer. */
  @SuppressWarnings("ArrayRecordComponent") // written out at once
  record Answer(int status, String type, byte[] body) {}

  /**
   * Begins to answer.
   *
   * @param address as it is set: {@code host:port}
   * @throws StartException if nobody can listen there
   */
  static ObservabilityServer start(String setting, String address, Map<String, Page> pages) {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
    int port = Integer.parseInt(address.substring(colon + 1));
    try {
      ObservabilityServer server =
          new ObservabilityServer(HttpServer.create(new InetSocketAddress(host, port), 0), pages);
      server.server.createContext("/", server::answer);
      server.server.setExecutor(server.threads);
      server.server.start();
      return server;
    } catch (IOException e) {
      throw new StartException(
          "%s: nobody can listen on %s (%s); name another address, or leave it empty",
          setting, address, String.valueOf(e.getMessage()));
    }
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answerTo(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), isHead ? -1 : answer.body().length);
      if (!isHead) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private Answer answerTo(String method, String path) throws IOException {
    Page page = pages.get(path);
    if (page == null) {
      return text(
          404, () -> "there are " + String.join(", ", pages.keySet().stream().sorted().toList()));
    }
    return method.equals("GET") || method.equals("HEAD")
        ? page.answer()
        : text(405, () -> "only GET");
  }

  private static Answer text(int status, Supplier<String> said) {
    byte[] body = (said.get() + "\n").getBytes(StandardCharsets.UTF_8);
    return new Answer(status, "text/plain; charset=utf-8", body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
