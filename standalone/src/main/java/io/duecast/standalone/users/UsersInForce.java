package io.duecast.standalone.users;

import io.duecast.console.access.User;
import io.duecast.console.access.UserFile;
import io.duecast.service.settings.Catalogue;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The users that a command works on.
 *
 * @param isUsed whether the console asks them
 */
record UsersInForce(Path path, UserFile file, boolean isUsed) {
  static UsersInForce of(Setup setup) {
    String stated = setup.settings().text(Catalogue.CONSOLE_USERS);
    Path path =
        stated.isEmpty()
            ? setup.data().path().resolve("users.yaml")
            : setup.console().resolve(Path.of(stated));
    return new UsersInForce(path, new UserFile(path), !stated.isEmpty());
  }

  /** By name; none if there is no file. */
  Map<String, User> read() {
    return file.exists() ? new LinkedHashMap<>(file.read()) : new LinkedHashMap<>();
  }

  void write(Map<String, User> users) {
    try {
      file.write(users.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
