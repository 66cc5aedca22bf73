package io.duecast.console.web;

import io.duecast.service.launch.StartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;

/** Where the console listens. As long as nobody has to log in, nobody outside may reach it. */
public record ListenAddress(String host, int port) {
  /**
   * One that is safe.
   *
   * @param text as it is set: {@code host:port}
   * @param setting under which name
   * @throws StartException if it is not the loopback
   */
  public static ListenAddress of(String text, String setting) {
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, colon).replaceAll("[\\[\\]]", "");
    ListenAddress address = new ListenAddress(host, Integer.parseInt(text.substring(colon + 1)));
    if (!address.isLoopback()) {
      throw new StartException(
          "%s: %s can be reached from outside, and the console does not ask anybody to log in yet;"
              + " leave it on 127.0.0.1 and put what does in front of it",
          setting, text);
    }
    return address;
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
      return new ListenAddress(host, 0);
    }
  }

  private boolean isLoopback() {
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
  static boolean isOurs(String hostHeader) {
    String name = hostHeader.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }
}
