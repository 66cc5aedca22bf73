package io.duecast.standalone.users;

import io.duecast.console.access.Passwords;
import io.duecast.console.access.Role;
import io.duecast.console.access.User;
import io.duecast.console.access.UserFile;
import io.duecast.service.launch.StartException;
import io.duecast.service.settings.Catalogue;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds somebody, or gives another role or password. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a user of the console, or gives one another role, another password, or both. The"
          + " password is asked for where it is not in a file; for a user who is there and gets"
          + " another role it stays as it is."
    })
final class SetUser implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(
      paramLabel = "NAME",
      description = "Up to 64 letters, digits and . _ @ + -; it stands on the log: take an id.")
  String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "VIEWER reads, COLLECTOR records too, CONTROLLER sees how collectors' verdicts turned"
              + " out, ADMIN sees refused records and puts facts on the log. Default: VIEWER, or as"
              + " before.")
  @Nullable Role role;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Its first line is the password.")
  @Nullable Path passwordFile;

  private final Console console;

  SetUser(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsersInForce users = UsersInForce.of(platform.read(console));
    Map<String, User> all = users.read();
    @Nullable User before = all.get(UserFile.requireName(name));
    Role mine = role != null ? role : before == null ? Role.VIEWER : before.role();
    String hash =
        before != null && role != null && passwordFile == null
            ? before.password()
            : Passwords.hash(password());
    all.put(name, new User(name, mine, hash));
    users.write(all);
    console.print("%s may log in as %s (%s)", name, mine, users.path());
    if (!users.isUsed()) {
      console.say(
          "the console asks nobody to log in until %s is %s",
          Catalogue.CONSOLE_USERS.key(), users.path());
    }
    return 0;
  }

  private String password() {
    String password = passwordFile == null ? asked() : firstLine(console.resolve(passwordFile));
    Passwords.objection(password)
        .ifPresent(
            it -> {
              throw new StartException("%s", it);
            });
    return password;
  }

  @SuppressWarnings("SystemConsoleNull") // up to Java 21 it is, without a terminal
  private String asked() {
    java.io.@Nullable Console terminal = System.console();
    if (terminal == null || !console.isLive()) {
      throw new StartException("there is no terminal to ask for the password: --password-file");
    }
    String once = String.valueOf(terminal.readPassword("password of %s: ", name));
    if (!once.equals(String.valueOf(terminal.readPassword("once more: ")))) {
      throw new StartException("that was another password; nothing is changed");
    }
    return once;
  }

  private static String firstLine(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? "" : lines.getFirst();
    } catch (IOException e) {
      throw new StartException("the password's file cannot be read: %s", e.toString());
    }
  }
}
