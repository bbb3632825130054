package org.copydesk.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Style and scripts of a page, and the content-security policy that lets only them run, named by
 * their hashes.
 *
 * @param library null for a page that needs none
 * @param script null for a page without scripts
 */
record PageParts(String style, String library, String script, String policy) {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageParts.class.getClassLoader(), "org.copydesk.report");

  static PageParts of(String style, String library, String script) {
    return new PageParts(style, library, script, policy(style, hash(library) + " " + hash(script)));
  }

  /** A page with a script of its own and no library. */
  static PageParts withScript(String style, String script) {
    return new PageParts(style, null, script, policy(style, hash(script)));
  }

  /** A page that runs nothing. */
  static PageParts withoutScripts(String style) {
    return new PageParts(style, null, null, policy(style, "'none'"));
  }

  private static String policy(String style, String scripts) {
    return "default-src 'none'; style-src "
        + hash(style)
        + "; script-src "
        + scripts
        + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Text of a resource, without white space around it. */
  static String resource(String name) throws IOException {
    try (InputStream in = PageParts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** Fills a template. */
  static String page(String template, Map<String, Object> parameters) {
    StringOutput out = new StringOutput(1 << 20);
    TEMPLATES.render(template, parameters, out);
    return out.toString();
  }
}
