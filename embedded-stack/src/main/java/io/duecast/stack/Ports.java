package io.duecast.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * The ports of one data directory on 127.0.0.1, the same after a restart as long as they are free.
 */
final class Ports {
  static final String HOST = "127.0.0.1";
  private static final int CONNECT_TIMEOUT_MS = 500;
  private static final int HIGHEST = 65_535;

  private final Path file;
  private final Properties remembered = new Properties();
  private final Set<Integer> chosen = new HashSet<>();

  private Ports(Path file) {
    this.file = file;
  }

  static Ports of(Path directory) {
    Ports ports = new Ports(directory.resolve("ports.properties"));
    if (Files.exists(ports.file)) {
      try (InputStream in = Files.newInputStream(ports.file)) {
        ports.remembered.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ports;
  }

  static void requireValid(String owner, int port) {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException(
          "%s: port %d is not between 1 and %d, nor 0 for a free one"
              .formatted(owner, port, HIGHEST));
    }
  }

  /**
   * The port to use under a name.
   *
   * @param wanted the one a person asked for, or 0
   * @throws StackException if the wanted one is taken
   */
  int choose(String name, int wanted) {
    if (wanted != 0 && !isFree(wanted)) {
      throw new StackException(
          "%s: port %d on %s is taken by another program; stop it, choose another port, or 0 for a free one"
              .formatted(name, wanted, HOST));
    }
    int port = wanted == 0 ? rememberedOrFree(name) : wanted;
    chosen.add(port);
    remembered.setProperty(name, Integer.toString(port));
    return port;
  }

  /** Keeps what was chosen for the next start. */
  void remember() {
    try (OutputStream out = Files.newOutputStream(file)) {
      remembered.store(out, "The ports of the last start on " + HOST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isFree(int port) {
    return !answers(port) && canBind(port);
  }

  /** Whether a program accepts connections there. */
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address(), port), CONNECT_TIMEOUT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private int rememberedOrFree(String name) {
    int last = parse(remembered.getProperty(name, "0"));
    return last > 0 && !chosen.contains(last) && isFree(last) ? last : anyFree();
  }

  private int anyFree() {
    int port = 0;
    while (port == 0 || chosen.contains(port)) {
      try (ServerSocket socket = new ServerSocket(0, 1, address())) {
        port = socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return port;
  }

  private static boolean canBind(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Not the loopback address of the JVM, which may be that of IPv6. */
  private static InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
  }

  private static int parse(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST
        ? Integer.parseInt(text)
        : 0;
  }
}
