package org.copydesk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.Tables;
import org.copydesk.corpus.lines.ArticleLines;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.RightsRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues and authorities read these: names and their order stay. */
class SourceJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode manifest(String... tables) throws IOException {
    StringBuilder digests = new StringBuilder();
    for (String table : tables) {
      digests.append(digests.length() == 0 ? "" : ",").append('"').append(table).append("\":\"x\"");
    }
    return JSON.readTree(
        """
        {"build_id":"b-1","version":"1.2","started_at":"S","finished_at":"F","params_hash":"P",
         "counts":{"records":7},"inputs":{"patterns":["a","b"]},"digests":{%s},
         "files":[{"path":"spans/part-00000.parquet","bytes":12,"sha256":"ff"},
                  {"path":"README.md","bytes":1,"sha256":"00"}]}
        """
            .formatted(digests));
  }

  @Test
  void croissantIsWrittenAsItEverWas() throws IOException {
    String text = Croissant.of(manifest("spans"), "cc-by-4.0", List.of("en", "de"));
    String context =
        "\"@context\" : {\n    \"@language\" : \"en\",\n    \"@vocab\" : \"https://schema.org/\",\n"
            + "    \"sc\" : \"https://schema.org/\",\n";
    assertTrue(text.startsWith("{\n  " + context), text);
    assertTrue(
        text.contains(
            "    \"key\" : \"cr:key\",\n    \"dataType\" : {\n"
                + "      \"@id\" : \"cr:dataType\",\n      \"@type\" : \"@vocab\"\n    }\n  },\n"),
        text);
    assertEquals(
        """
          "@type" : "sc:Dataset",
          "conformsTo" : "http://mlcommons.org/croissant/1.1",
          "name" : "news-corpus-b-1",
          "description" : "News articles, each kept once, and the teasers of the pages they stood on; made from 7 records of crawled pages. README.md beside this file tells what the tables hold.",
          "url" : "./",
          "license" : "cc-by-4.0",
          "version" : "1.0.0",
          "isLiveDataset" : true,
          "datePublished" : "F",
          "creator" : {
            "@type" : "sc:SoftwareApplication",
            "name" : "Copydesk",
            "softwareVersion" : "1.2"
          },
          "inLanguage" : [ "en", "de" ],
          "keywords" : [ "news", "deduplicated" ],
          "prov:wasDerivedFrom" : [ {
            "@type" : "prov:Entity",
            "prov:label" : "a"
          }, {
            "@type" : "prov:Entity",
            "prov:label" : "b"
          } ],
          "prov:wasGeneratedBy" : {
            "@type" : "prov:Activity",
            "@id" : "build-b-1",
            "prov:startedAtTime" : "S",
            "prov:endedAtTime" : "F",
            "description" : "Settings by hash P",
            "prov:wasAssociatedWith" : {
              "@type" : "prov:SoftwareAgent",
              "name" : "Copydesk",
              "softwareVersion" : "1.2"
            }
          },
          "distribution" : [ {
            "@type" : "cr:FileObject",
            "@id" : "spans/part-00000.parquet",
            "name" : "part-00000.parquet",
            "contentUrl" : "spans/part-00000.parquet",
            "contentSize" : "12 B",
            "encodingFormat" : "application/vnd.apache.parquet",
            "sha256" : "ff"
          }, {
            "@type" : "cr:FileSet",
            "@id" : "spans-files",
            "containedIn" : [ {
              "@id" : "spans/part-00000.parquet"
            } ],
            "encodingFormat" : "application/vnd.apache.parquet",
            "includes" : "spans/*.parquet"
          } ],
          "recordSet" : [ {
            "@type" : "cr:RecordSet",
            "@id" : "spans",
            "name" : "spans",
            "field" : [ {
              "@type" : "cr:Field",
              "@id" : "spans/source_file",
              "name" : "source_file",
              "description" : "file of the page",
              "dataType" : "sc:Text",
              "source" : {
                "fileSet" : {
                  "@id" : "spans-files"
                },
                "extract" : {
                  "column" : "source_file"
                }
              }
            }, {
        """,
        text.substring(
            text.indexOf("  \"@type\" : \"sc:Dataset\""),
            text.indexOf(
                "      \"@type\" : \"cr:Field\",\n      \"@id\" : \"spans/source_record\"")));
  }

  @Test
  void whatIsNotKnownIsNotSaid() throws IOException {
    String text = Croissant.of(manifest(), "other", List.of());
    assertTrue(text.contains("\"license\" : \"README.md\""), text);
    assertTrue(!text.contains("inLanguage"), text);
    assertTrue(text.endsWith("  \"distribution\" : [ ],\n  \"recordSet\" : [ ]\n}\n"), text);
  }

  @Test
  void listsAndRecordsOfATableArePartsOfAField() throws IOException {
    JsonNode fields =
        JSON.readTree(Croissant.of(manifest("articles"), "other", List.of()))
            .at("/recordSet/0/field");
    Map<String, String> told = new HashMap<>();
    fields.forEach(field -> told.put(field.path("name").asText(), field.toString()));
    assertTrue(
        told.get("authors")
            .contains("\"isArray\":true,\"arrayShape\":\"-1\",\"dataType\":\"sc:Text\",\"source\""),
        told.get("authors"));
    assertTrue(
        told.get("rights")
            .contains(
                "\"subField\":[{\"@type\":\"cr:Field\",\"@id\":\"articles/rights/robots\",\"name\":\"robots\""),
        told.get("rights"));
    assertTrue(told.get("published_at").contains("\"dataType\":\"sc:DateTime\""));
  }

  private static ArticleRow article(String site, String language, long words, RightsRow rights) {
    Map<String, Object> values = new HashMap<>();
    values.put("site", site);
    values.put("language", language);
    values.put("word_count", words);
    values.put("rights", rights);
    Instant published = Instant.parse("2026-01-02T00:00:00Z").plusSeconds(words);
    values.put("published_at", published.getEpochSecond() * 1_000_000);
    return SomeRow.of(Tables.ARTICLES, values);
  }

  @Test
  void theSummaryIsWrittenAsItEverWas(@TempDir Path folder) throws Exception {
    Storage generation = Storage.local(folder);
    try (PartWriter<ArticleRow> writer =
        new PartWriter<>(Tables.ARTICLES, generation.create("articles/part-00000.parquet"))) {
      writer.write(
          article(
              "elm.test",
              "en",
              30,
              new RightsRow("noai, x", true, null, null, "CC BY 4.0", List.of("*"))));
      writer.write(article("elm.test", "en", 10, null));
      writer.write(
          article(null, null, 60, new RightsRow(null, null, null, null, "CC BY 4.0", null)));
    }
    SourceSurvey sources = new SourceSurvey();
    ArticleLines.scan(generation, PartStore.NONE, (line, part, row) -> sources.take(line));
    assertEquals(
        """
        {
          "build_id" : "b-1",
          "law" : "Regulation (EU) 2024/1689, Article 53(1)(d)",
          "measure" : "words of the articles that are in the corpus",
          "articles" : 3,
          "words" : 100,
          "published" : {
            "from" : "2026-01-02T00:00:10Z",
            "to" : "2026-01-02T00:01:00Z"
          },
          "crawled" : {
            "from" : null,
            "to" : null
          },
          "languages" : [ {
            "language" : "en",
            "articles" : 2,
            "words" : 40,
            "share" : 0.4
          }, {
            "language" : "und",
            "articles" : 1,
            "words" : 60,
            "share" : 0.6
          } ],
          "rights" : {
            "articles_that_state_any" : 2,
            "noai" : 1,
            "tdm_reserved" : 1,
            "agents_disallowed" : 1
          },
          "licences" : [ {
            "licence" : "CC BY 4.0",
            "articles" : 2
          } ],
          "domains" : 1,
          "articles_without_domain" : 1,
          "top_domains" : [ {
            "domain" : "elm.test",
            "articles" : 2,
            "words" : 40,
            "share" : 0.4
          } ]
        }
        """,
        TrainingSummary.of(manifest(), sources));
  }
}
