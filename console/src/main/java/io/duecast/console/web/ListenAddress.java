package io.duecast.console.web;

import io.duecast.service.launch.StartException;
import io.duecast.service.settings.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the console listens. As long as nobody has to log in, nobody outside may reach it.
 *
 * @param publicUrl how browsers elsewhere call it; null if there are none
 */
public record ListenAddress(String host, int port, @Nullable URI publicUrl) {
  private static final String SECURE = "https";

  /**
   * One that is safe.
   *
   * @param text as it is set: {@code host:port}
   * @param publicUrl as it is set; may be empty
   * @param isGuarded whether people have to log in
   * @throws StartException if others could reach it, and should not
   */
  public static ListenAddress of(String text, String publicUrl, boolean isGuarded) {
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, colon).replaceAll("[\\[\\]]", "");
    URI called = publicUrl.isEmpty() ? null : URI.create(publicUrl.toLowerCase(Locale.ROOT));
    if (!isGuarded && !(isLoopback(host) && called == null)) {
      throw new StartException(
          "others than this machine could reach the console (%s), and nobody has to log in: name a"
              + " file of users in %s ('duecast users' writes it), or leave %s on 127.0.0.1 and"
              + " %s empty",
          called == null ? text : publicUrl,
          Catalogue.CONSOLE_USERS.key(),
          Catalogue.CONSOLE.key(),
          Catalogue.CONSOLE_PUBLIC_URL.key());
    }
    if (called == null && !isLoopback(host)) {
      throw new StartException(
          "%s: say how browsers call the console at %s", Catalogue.CONSOLE_PUBLIC_URL.key(), text);
    }
    if (called != null && !SECURE.equals(called.getScheme()) && !isOfThisMachine(called)) {
      throw new StartException(
          "%s: passwords would go over the network for all to read; let something that speaks TLS"
              + " stand before the console, and say its https:// address",
          Catalogue.CONSOLE_PUBLIC_URL.key());
    }
    return new ListenAddress(host, Integer.parseInt(text.substring(colon + 1)), called);
  }

  private static boolean isOfThisMachine(URI called) {
    return isLoopback(String.valueOf(called.getHost()).replaceAll("[\\[\\]]", ""));
  }

  /** Whether browsers come over TLS alone. */
  boolean isSecure() {
    return publicUrl != null && SECURE.equals(publicUrl.getScheme());
  }

  /** The same address, or one with any port if that is allowed and somebody else has this one. */
  public ListenAddress orAny(boolean isAllowed) {
    if (!isAllowed || port == 0) {
      return this;
    }
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(host, port));
      return this;
    } catch (IOException e) {
      return new ListenAddress(host, 0, publicUrl);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      for (InetAddress it : InetAddress.getAllByName(host)) {
        if (!it.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Whether a request means this machine by the name that it calls: a page from elsewhere that has
   * its own name point here does not.
   */
  boolean isOurs(String hostHeader) {
    String called = hostHeader.toLowerCase(Locale.ROOT);
    if (publicUrl != null && called.equals(publicUrl.getAuthority())) {
      return true;
    }
    String name = called.replaceFirst(":\\d+$", "");
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }
}
