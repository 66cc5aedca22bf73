package io.duecast.console.web;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.access.Doorkeeper;
import io.duecast.console.access.Passwords;
import io.duecast.console.access.Role;
import io.duecast.console.access.User;
import io.duecast.console.access.UserFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console where people have to log in: nobody sees or says what is not for them. */
class AccessTest {
  private static final String SESSION = "/api/v1/session";
  private static final String OUTCOMES = "/api/v1/outcomes";
  private static final String PASSWORD = "the password of ";
  private static final Path PICTURES = Path.of("target", "pages");

  @TempDir static Path directory;

  private static RunningConsole console;
  private static ConsoleRig rig;
  private static Caller caller;
  private static String customer;
  private static String invoice;
  private static final Map<Role, String> COOKIES = new LinkedHashMap<>();

  @BeforeAll
  static void open() throws Exception {
    UserFile file = new UserFile(directory.resolve("users.yaml"));
    List<User> users = new ArrayList<>();
    for (Role role : Role.values()) {
      users.add(new User(name(role), role, Passwords.hash(PASSWORD + name(role))));
    }
    users.add(new User("attacked", Role.ADMIN, Passwords.hash(PASSWORD + "attacked")));
    file.write(users);
    console = new RunningConsole(ZoneOffset.UTC, Doorkeeper.of(file));
    rig = console.rig();
    caller = console.caller();
    console.write(SimulatedBook.of(12, 120));
    for (Role role : Role.values()) {
      COOKIES.put(role, cookie(logIn(name(role), PASSWORD + name(role))));
    }
    JsonNode first = Caller.parse(as(Role.VIEWER, "/api/v1/worklist").body()).at("/rows/0");
    customer = first.path("customer").asText();
    invoice = first.path("invoice").asText();
  }

  @AfterAll
  static void close() {
    console.close();
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static HttpResponse<String> logIn(String name, String password) {
    return caller.post(
        SESSION,
        "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password),
        "Content-Type",
        "application/json");
  }

  private static String cookie(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
  }

  private static HttpResponse<String> as(Role role, String path) {
    return caller.get(path, "Cookie", COOKIES.get(role));
  }

  private static HttpResponse<String> record(String body, String... headers) {
    return caller.post(OUTCOMES, body, headers);
  }

  private static String contact(String more) {
    return "{\"customer\":\"%s\",\"invoice\":\"%s\",\"outcome\":\"NO_ANSWER\"%s}"
        .formatted(customer, invoice, more);
  }

  /** Every path that can be asked, with what it needs. */
  private static List<String> questions() {
    List<String> all = new ArrayList<>();
    JsonNode paths = Caller.parse(as(Role.VIEWER, "/api/v1/openapi.json").body()).path("paths");
    paths.fieldNames().forEachRemaining(all::add);
    all.remove(SESSION);
    all.remove("/api/v1/moves");
    all.remove("/api/v1/events");
    all.add("/api/v1/openapi.json");
    all.add("/api/v1/there-is-none");
    return all;
  }

  @Test
  void withoutLoggingInNothingIsAnswered() {
    assertThat(questions()).hasSizeGreaterThan(20);
    for (String path : questions()) {
      HttpResponse<String> answer = caller.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("rows");
      assertThat(caller.get(path, "Cookie", "duecast-session=x").statusCode()).isEqualTo(401);
    }
    assertThat(caller.get("/api/v1/moves", "Accept", "text/event-stream").statusCode())
        .isEqualTo(401);
    assertThat(caller.get("/api/v1/invoices?format=csv").statusCode()).isEqualTo(401);
    assertThat(caller.get("/api/v1//invoices").statusCode()).isNotEqualTo(200);
    assertThat(caller.get("/api/v1/invoices/").statusCode()).isNotEqualTo(200);
    assertThat(record(contact(""), "Content-Type", "application/json").statusCode()).isEqualTo(401);
    for (String page : Pages.PATHS) {
      HttpResponse<String> answer = caller.get(page + "?a=b");
      assertThat(answer.statusCode()).as(page).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .isEqualTo("/login?next=" + page.replace("/", "%2F") + "%3Fa%3Db");
    }
  }

  @Test
  void eachRoleSeesWhatItMay() {
    Map<String, Role> needed =
        Map.of("/api/v1/verdicts", Role.CONTROLLER, "/api/v1/dead-letters", Role.ADMIN);
    for (String path : questions()) {
      for (Role role : Role.values()) {
        int status = as(role, path).statusCode();
        boolean isAllowed = role.includes(needed.getOrDefault(path, Role.VIEWER));
        assertThat(status == 403).as("%s asks %s: %d", role, path, status).isEqualTo(!isAllowed);
        assertThat(status).isNotEqualTo(401).isLessThan(500);
      }
    }
  }

  @Test
  void collectorsRecordUnderTheirOwnNameAndViewersDoNot() {
    for (Role role : Role.values()) {
      String key = "access-test-" + name(role);
      HttpResponse<String> answer =
          record(
              contact(""),
              "Content-Type",
              "application/json",
              "Cookie",
              COOKIES.get(role),
              "Idempotency-Key",
              key);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(role == Role.VIEWER ? 403 : 202);
    }
    assertThat(
            record(
                    contact(",\"agent\":\"somebody\""),
                    "Content-Type",
                    "application/json",
                    "Cookie",
                    COOKIES.get(Role.COLLECTOR))
                .statusCode())
        .isEqualTo(403);
    rig.awaitProjected();
    JsonNode rows =
        Caller.parse(
            as(
                    Role.VIEWER,
                    OUTCOMES + "?agent=collector&event=duecast-console:access-test-collector")
                .body());
    assertThat(rows.path("rows")).hasSize(1);
    assertThat(Caller.parse(as(Role.VIEWER, OUTCOMES + "?agent=viewer").body()).path("rows"))
        .isEmpty();
  }

  @Test
  void aPageOfSomebodyElseUsesNobodysSession() {
    for (String[] foreign :
        List.of(
            new String[] {"Origin", "https://evil.example"},
            new String[] {"Sec-Fetch-Site", "cross-site"})) {
      assertThat(
              record(
                      contact(""),
                      "Content-Type",
                      "application/json",
                      "Cookie",
                      COOKIES.get(Role.COLLECTOR),
                      foreign[0],
                      foreign[1])
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              caller
                  .post(
                      SESSION,
                      "{\"name\":\"viewer\",\"password\":\"the password of viewer\"}",
                      "Content-Type",
                      "application/json",
                      foreign[0],
                      foreign[1])
                  .statusCode())
          .isEqualTo(403);
    }
    String set =
        logIn("viewer", PASSWORD + "viewer").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
    assertThat(
            caller
                .post(SESSION, "name=viewer", "Content-Type", "application/x-www-form-urlencoded")
                .statusCode())
        .isEqualTo(415);
    assertThat(
            caller.post(SESSION, "{\"nam\":\"x\"", "Content-Type", "application/json").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoeverGuessesHasToWait() {
    int refused = 0;
    for (int i = 0; i < 14; i++) {
      int status = logIn("attacked", "guess number " + i).statusCode();
      assertThat(status).isIn(401, 429);
      refused += status == 429 ? 1 : 0;
    }
    assertThat(refused).isPositive();
    assertThat(logIn("attacked", PASSWORD + "attacked").statusCode()).isEqualTo(429);
  }

  @Test
  void inABrowserSomebodyLogsInWorksAndLeaves() throws Exception {
    try (Playwright playwright = Chromium.driver();
        Browser browser = Chromium.launch(playwright);
        BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
      Page page = context.newPage();
      page.navigate(console.address().resolve("/worklist?currency=EUR").toString());
      page.waitForSelector("form.login");
      assertThat(page.url()).contains("/login?next=%2Fworklist%3Fcurrency%3DEUR");
      assertThat(page.locator("nav a").count()).isZero();
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("login-light.png")));

      page.fill("input[name=userName]", "viewer");
      page.fill("input[name=password]", "not the password");
      page.keyboard().press("Enter");
      page.waitForSelector(".problem:not(:empty)");
      assertThat(page.locator(".problem").textContent()).contains("is wrong");

      page.fill("input[name=password]", PASSWORD + "viewer");
      page.keyboard().press("Enter");
      page.waitForSelector(".row-link");
      assertThat(page.url()).endsWith("/worklist?currency=EUR");
      assertThat(page.locator(".tools").textContent()).contains("viewer");
      assertThat(page.locator("td.pick").count()).as("viewers record nothing").isZero();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve("worklist-viewer.png")));
      for (String path : Pages.PATHS) {
        page.navigate(console.address().resolve(path).toString());
        page.waitForSelector("main[aria-busy=false]");
        if (!path.equals("/invoice") && !path.equals("/customer")) {
          assertThat(page.locator(".failure").count()).as(path).isZero();
        }
      }

      page.click("text=Log out");
      page.waitForSelector("form.login");
      page.navigate(console.address().resolve("/login?next=//evil.example/").toString());
      page.fill("input[name=userName]", "collector");
      page.fill("input[name=password]", PASSWORD + "collector");
      page.keyboard().press("Enter");
      page.waitForSelector(".tools :text('collector')");
      assertThat(page.url()).as("to nobody else's site").startsWith(console.address().toString());
      page.navigate(console.address().resolve("/worklist?currency=EUR").toString());
      page.waitForSelector("td.pick");
      page.locator(".row-link").first().focus();
      page.keyboard().press("c");
      page.waitForSelector("dialog[open]");
      assertThat(page.locator("dialog [data-field=agent]").count()).isZero();
      page.click("dialog button[type=submit]");
      page.waitForSelector("dialog[open]", new Page.WaitForSelectorOptions().setState(DETACHED));
    }
  }
}
