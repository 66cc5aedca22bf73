package io.duecast.console.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The pages' files: those that are named here, and no others. */
final class Pages {
  /** Paths of pages; each is the same document, which shows what its address says. */
  static final List<String> PATHS =
      List.of(
          "/",
          "/worklist",
          "/invoices",
          "/invoice",
          "/customers",
          "/customer",
          "/segments",
          "/cash",
          "/reserves",
          "/reminders",
          "/outcomes",
          "/models",
          "/data");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");
  private static final List<String> ASSETS =
      List.of(
          "app.js",
          "api.js",
          "chart.js",
          "dom.js",
          "finance.js",
          "format.js",
          "list.js",
          "me.js",
          "moves.js",
          "outcome.js",
          "outcomes.js",
          "pages.js",
          "parts.js",
          "segments.js",
          "states.js",
          "theme.js",
          "words.js",
          "style.css",
          "icon.svg");
  private static final String CHARTS = "echarts.mjs";

  private Pages() {}

  static void page(Context context) {
    context.contentType("text/html; charset=utf-8").result(ours("index.html"));
  }

  static void asset(Context context) {
    String name = context.pathParam("name");
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !(ASSETS.contains(name) || name.equals(CHARTS))) {
      throw Problem.notFound("there is no asset of that name");
    }
    context.contentType(type).result(name.equals(CHARTS) ? charts() : ours(name));
  }

  private static String ours(String name) {
    return read("io/duecast/console/pages/" + name);
  }

  private static String charts() {
    Properties about = new Properties();
    try (InputStream in = open("META-INF/maven/org.mvnpm/echarts/pom.properties")) {
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = about.getProperty("version", "");
    return read("META-INF/resources/_static/echarts/" + version + "/dist/echarts.esm.min.mjs");
  }

  private static String read(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Pages.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(resource + " is missing from the console");
    }
    return in;
  }
}
