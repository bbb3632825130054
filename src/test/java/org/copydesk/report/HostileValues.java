package org.copydesk.report;

import java.util.ArrayList;
import java.util.List;

/** Texts that try to run, to break out of where they stand, or to spoil the page. */
final class HostileValues {
  private static final String RUN = "window.wasRun=1";

  private HostileValues() {}

  static List<String> all() {
    List<String> values = new ArrayList<>();
    for (String breakOut :
        List.of(
            "",
            "\">",
            "'>",
            "-->",
            "</title>",
            "</textarea>",
            "</style>",
            "</script>",
            "]]>",
            "`>",
            "\\\">")) {
      values.add(breakOut + "<script>" + RUN + "</script>");
      values.add(breakOut + "<img src=x onerror=" + RUN + ">");
      values.add(breakOut + "<svg onload=" + RUN + ">");
      values.add(breakOut + "<details open ontoggle=" + RUN + ">");
      values.add(breakOut + "<iframe srcdoc='<script>parent." + RUN + "</script>'></iframe>");
      values.add(breakOut + "<a href=\"javascript:" + RUN + "\">x</a>");
      values.add(breakOut + "<body onpageshow=" + RUN + ">");
    }
    for (String attribute : List.of("\" ", "' ", "` ", "\t", "\n", "\f")) {
      values.add(attribute + "autofocus onfocus=" + RUN + " x=");
      values.add(attribute + "onpointerenter=" + RUN + " style=position:fixed;inset:0 ");
    }
    for (String scheme :
        List.of(
            "javascript:",
            "JaVaScRiPt:",
            " javascript:",
            "java\tscript:",
            "java\nscript:",
            "\u0001javascript:",
            "vbscript:",
            "data:text/html,<script>",
            "blob:",
            "file:///",
            "https://a.example/\"onclick=\"",
            "http://a.example/<script>")) {
      values.add(scheme + RUN);
    }
    values.add("<meta http-equiv=refresh content=\"0;url=javascript:" + RUN + "\">");
    values.add("<base href=https://evil.example/>");
    values.add("<link rel=stylesheet href=https://evil.example/x.css>");
    values.add("<form action=https://evil.example><button>x</button></form>");
    values.add(
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror="
            + RUN
            + "&gt;\">");
    values.add("<noscript><p title=\"</noscript><img src=x onerror=" + RUN + ">\">");
    values.add(
        "${"
            + RUN
            + "} {{constructor.constructor('"
            + RUN
            + "')()}} @{"
            + RUN
            + "} !{var x;} $unsafe{x}");
    values.add("&lt;script&gt;" + RUN + "&lt;/script&gt; &#60;script&#62; &quot;");
    values.add("<!--><script>" + RUN + "</script>");
    values.add("<![CDATA[<script>" + RUN + "</script>]]>");
    values.add("#loss-removed-x\" onclick=\"" + RUN);
    values.add("\u202Egnp.exe\u202C \u2066isolated\u2069 \u202Dleft");
    values.add("\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2J");
    values.add("nul \u0000 bell \u0007 del \u007F bom \uFEFF line \u2028 paragraph \u2029");
    values.add("half \uD800 character, \uFFFF no character");
    values.add("x".repeat(10_000));
    values.add("<".repeat(10_000));
    values.add("\"".repeat(3_000) + "\u4e00".repeat(3_000));
    values.add("a\u0300\u0301\u0302".repeat(2_000));
    return List.copyOf(values);
  }
}
