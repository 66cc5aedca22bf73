package io.duecast.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sole use of one directory by one part of one process; the operating system takes it back when
 * the process dies, however it dies.
 */
final class DirectoryLock implements AutoCloseable {
  /**
   * What this process holds. A second attempt must not even open the file: closing it again would
   * give up the first one's lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final int LONGEST_OWNER_BYTES = 64;

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Creates the directory if need be, and takes it.
   *
   * @param part what is to run there, for the message
   * @throws StackException if another one has it, or it cannot be written
   */
  static DirectoryLock take(Path directory, String part) {
    try {
      Path file = Files.createDirectories(directory).toRealPath().resolve("in-use.lock");
      if (!HELD.add(file)) {
        throw taken(directory, part, "this process");
      }
      try {
        return new DirectoryLock(file, lock(file, directory, part));
      } catch (StackException | IOException e) {
        HELD.remove(file);
        throw e;
      }
    } catch (IOException e) {
      throw new StackException(
          "%s: directory %s cannot be written (%s); choose another one"
              .formatted(part, directory, e),
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }

  private static FileChannel lock(Path file, Path directory, String part) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      try (channel) {
        throw taken(directory, part, "process " + owner(channel));
      }
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
    return channel;
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_OWNER_BYTES);
    channel.read(bytes, 0);
    return UTF_8.decode(bytes.flip()).toString();
  }

  private static StackException taken(Path directory, String part, String owner) {
    return new StackException(
        "%s: directory %s is in use by %s; stop it or choose another directory"
            .formatted(part, directory, owner));
  }
}
