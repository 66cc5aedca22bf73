package io.duecast.console.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duecast.service.launch.OwnersFile;
import io.duecast.service.launch.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of users: YAML, with the hashes of their passwords, for the owner's eyes alone. */
public final class UserFile {
  private static final String HASHES = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}";
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  private final Path file;

  /** One that may not be there yet. */
  public UserFile(Path file) {
    this.file = file;
  }

  private record Written(@Nullable List<Entry> users) {}

  private record Entry(@Nullable String name, @Nullable String role, @Nullable String password) {}

  /**
   * All users, by name, in the order of the file.
   *
   * @throws StartException if it cannot be read, or says something that cannot be
   */
  public Map<String, User> read() {
    Map<String, User> users = new LinkedHashMap<>();
    List<Entry> entries = written().users();
    for (Entry entry : entries == null ? List.<Entry>of() : entries) {
      User user = user(entry, users.size() + 1);
      if (users.put(user.name(), user) != null) {
        throw new StartException("%s: user %s is there twice", file, user.name());
      }
    }
    return users;
  }

  private Written written() {
    try {
      Written written = MAPPER.readValue(Files.readString(file), Written.class);
      return written == null ? new Written(null) : written;
    } catch (JsonProcessingException e) {
      throw new StartException("%s is no file of users: %s", file, e.getOriginalMessage());
    } catch (IOException e) {
      throw new StartException(
          "%s cannot be read (%s); 'duecast users set NAME' makes one", file, e.toString());
    }
  }

  private User user(Entry entry, int place) {
    String name = requireName(entry.name());
    String password = String.valueOf(entry.password());
    if (!password.matches(HASHES)) {
      throw new StartException(
          "%s: the password of user %d, %s, is no bcrypt hash; 'duecast users set %s' makes one",
          file, place, name, name);
    }
    for (Role role : Role.values()) {
      if (role.name().equals(entry.role())) {
        return new User(name, role, password);
      }
    }
    throw new StartException(
        "%s: the role of user %d, %s, is one of %s", file, place, name, List.of(Role.values()));
  }

  /**
   * A name that may be used.
   *
   * @throws StartException if it may not
   */
  public static String requireName(@Nullable String name) {
    if (name == null || !name.matches(User.NAMES)) {
      throw new StartException(
          "a user's name is up to 64 letters, digits and . _ @ + -, not '%s'",
          String.valueOf(name));
    }
    return name;
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Says these users instead; nobody sees half of it, and nobody but the owner any of it. */
  public void write(Collection<User> users) throws IOException {
    List<Entry> entries = new ArrayList<>();
    users.forEach(it -> entries.add(new Entry(it.name(), it.role().name(), it.password())));
    OwnersFile.write(file, MAPPER.writeValueAsString(new Written(entries)));
  }

  /** A mark that changes when the file does; empty while there is none. */
  String mark() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.lastModifiedTime() + "/" + now.size() + "/" + now.fileKey();
    } catch (IOException e) {
      return "";
    }
  }
}
