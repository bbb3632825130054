package org.copydesk.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.model.Rights;
import org.copydesk.model.RightsCarrier;

/**
 * What {@code robots.txt} and {@code tdmrep.json} of hosts say of their pages, as far as they stand
 * in the WARC file (or the range of it) before them: crawlers fetch them first.
 *
 * <p>Memory: the rules of at most 2,000 hosts; {@link #forgotten} tells of others.
 */
final class HostFiles {
  private static final int MOST_HOSTS = 2_000;
  private static final int LONGEST_FILE = 500 << 10;
  private static final int MOST_RULES = 1_000;

  /** A name that stands in nobody's file: what it may do, all may that are not named. */
  private static final String NOBODY = "nobody-in-particular";

  /**
   * Agents that collect for training or answering by AI, as their makers name them; those of {@code
   * robots.txt} that are asked for.
   */
  static final List<String> AGENTS =
      List.of(
          "ai2bot",
          "amazonbot",
          "anthropic-ai",
          "applebot-extended",
          "bytespider",
          "ccbot",
          "chatgpt-user",
          "claude-web",
          "claudebot",
          "cohere-ai",
          "diffbot",
          "facebookbot",
          "google-extended",
          "gptbot",
          "imagesiftbot",
          "img2dataset",
          "meta-externalagent",
          "oai-searchbot",
          "omgili",
          "omgilibot",
          "perplexitybot",
          "timpibot",
          "youbot");

  private static final Pattern FIELD =
      Pattern.compile("^\\s*([A-Za-z-]+)\\s*:\\s*([^#\\r\\n]*)", Pattern.MULTILINE);

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(16).build())
                  .build())
          .build();

  /** A reservation for the paths of a pattern. */
  private record Reservation(String pattern, Rights rights) {}

  /** Preferences of use for the paths that begin so. */
  private record Usage(String path, String preferences) {}

  private static final class Host {
    private final Map<String, SimpleRobotRules> rules = new LinkedHashMap<>();
    private final List<Usage> usages = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
  }

  private final Map<String, Host> hosts = new HashMap<>();
  private long forgotten;

  /** Begins a file or a range of one. */
  void start() {
    hosts.clear();
    forgotten = 0;
  }

  /** Files of hosts that there was no room for. */
  long forgotten() {
    return forgotten;
  }

  /** The carrier that lies at this address; null where none does. */
  static RightsCarrier carrierAt(String url) {
    URI address = parse(url);
    return address == null || address.getPath() == null
        ? null
        : RightsCarrier.ofFile(address.getPath());
  }

  /** Takes such a file. */
  void take(RightsCarrier carrier, String url, byte[] b, int from, int to) {
    URI address = parse(url);
    String key = address == null ? null : key(address);
    if (key == null || to - from > LONGEST_FILE) {
      return;
    }
    if (!hosts.containsKey(key) && hosts.size() == MOST_HOSTS) {
      forgotten++;
      return;
    }
    Host host = hosts.computeIfAbsent(key, k -> new Host());
    byte[] content = Arrays.copyOfRange(b, from, to);
    if (carrier == RightsCarrier.ROBOTS_FILE) {
      readRobots(host, url, content);
    } else if (carrier == RightsCarrier.TDM_FILE) {
      readReservations(host, content);
    }
  }

  private static URI parse(String url) {
    try {
      return url == null ? null : new URI(url.strip());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String key(URI address) {
    String host = address.getHost();
    if (host == null) {
      return null;
    }
    int port = address.getPort();
    boolean isUsual = port < 0 || port == 80 || port == 443;
    return host.toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + port);
  }

  private static void readRobots(Host host, String url, byte[] content) {
    host.rules.clear();
    host.usages.clear();
    String text = new String(content, StandardCharsets.UTF_8);
    List<String> named = new ArrayList<>();
    boolean isGroupOfAll = false;
    boolean isHead = false;
    Matcher fields = FIELD.matcher(text);
    while (fields.find()) {
      String field = fields.group(1).toLowerCase(Locale.ROOT);
      String value = fields.group(2).strip();
      if (field.equals("user-agent")) {
        isGroupOfAll = value.equals("*") || isHead && isGroupOfAll;
        isHead = true;
        named.add(value.toLowerCase(Locale.ROOT));
        continue;
      }
      isHead = false;
      boolean isUsage = field.equals("content-usage") || field.equals("content-signal");
      if (isUsage && isGroupOfAll && host.usages.size() < MOST_RULES) {
        host.usages.add(usage(value));
      }
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    host.rules.put("*", parser.parseContent(url, content, "text/plain", List.of(NOBODY)));
    for (String agent : AGENTS) {
      if (named.contains(agent)) {
        host.rules.put(agent, parser.parseContent(url, content, "text/plain", List.of(agent)));
      }
    }
  }

  private static Usage usage(String value) {
    int space = value.indexOf(' ');
    boolean hasPath = value.startsWith("/") && space > 0;
    return hasPath
        ? new Usage(value.substring(0, space), value.substring(space).strip())
        : new Usage("/", value);
  }

  private static void readReservations(Host host, byte[] content) {
    host.reservations.clear();
    JsonNode list;
    try {
      list = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      return;
    } catch (IOException e) {
      throw new IllegalStateException("bytes in hand", e);
    }
    if (list == null || !list.isArray()) {
      return;
    }
    for (JsonNode one : list) {
      String reservation = one.path("tdm-reservation").asText();
      Rights rights = Rights.of(RightsCarrier.Says.TDM_RESERVATION, reservation);
      String policy = one.path("tdm-policy").asText();
      rights = rights.and(Rights.of(RightsCarrier.Says.TDM_POLICY, policy));
      boolean isRule = one.path("location").isTextual() && rights.tdmReservation() != null;
      if (isRule && host.reservations.size() < MOST_RULES) {
        host.reservations.add(new Reservation(one.get("location").asText(), rights));
      }
    }
  }

  /** What the files of its host say of a page. */
  Rights of(String url) {
    URI address = hosts.isEmpty() ? null : parse(url);
    String key = address == null ? null : key(address);
    Host host = key == null ? null : hosts.get(key);
    if (host == null) {
      return Rights.NONE;
    }
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String whole = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    Rights rights = Rights.NONE;
    Reservation best = null;
    for (Reservation one : host.reservations) {
      boolean isLonger = best == null || one.pattern().length() > best.pattern().length();
      best = isLonger && matches(one.pattern(), whole) ? one : best;
    }
    if (best != null) {
      rights = rights.and(best.rights());
    }
    Usage usage = null;
    for (Usage one : host.usages) {
      boolean isLonger = usage == null || one.path().length() > usage.path().length();
      usage = isLonger && whole.startsWith(one.path()) ? one : usage;
    }
    if (usage != null) {
      rights = rights.and(Rights.of(RightsCarrier.Says.CONTENT_USAGE, usage.preferences()));
    }
    for (Map.Entry<String, SimpleRobotRules> agent : host.rules.entrySet()) {
      if (!agent.getValue().isAllowed(url)) {
        rights = rights.and(Rights.of(RightsCarrier.Says.AGENTS_DISALLOWED, agent.getKey()));
      }
    }
    return rights;
  }

  /** Whether a path begins with a pattern in which a star stands for anything. */
  private static boolean matches(String pattern, String path) {
    boolean isWhole = pattern.endsWith("$");
    String[] parts =
        (isWhole ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean isLast = i == parts.length - 1;
      int found =
          isLast && isWhole ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
      if (found < at || isLast && isWhole && !path.endsWith(parts[i])) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !isWhole || at == path.length();
  }
}
