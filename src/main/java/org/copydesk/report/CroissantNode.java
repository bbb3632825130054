package org.copydesk.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * Nodes of {@code croissant.json} by the names of its vocabulary, in the order in which they are
 * written; what is null or, of languages, empty is left out.
 */
sealed interface CroissantNode {
  /** The whole file. */
  record Dataset(
      @JsonProperty("@context") Map<String, Object> context,
      @JsonProperty("@type") String type,
      @JsonProperty("conformsTo") String conformsTo,
      @JsonProperty("name") String name,
      @JsonProperty("description") String description,
      @JsonProperty("url") String url,
      @JsonProperty("license") String license,
      @JsonProperty("version") String version,
      @JsonProperty("isLiveDataset") boolean isLiveDataset,
      @JsonProperty("datePublished") String datePublished,
      @JsonProperty("creator") Agent creator,
      @JsonProperty("inLanguage") @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<String> inLanguage,
      @JsonProperty("keywords") List<String> keywords,
      @JsonProperty("prov:wasDerivedFrom") List<Entity> wasDerivedFrom,
      @JsonProperty("prov:wasGeneratedBy") Activity wasGeneratedBy,
      @JsonProperty("distribution") List<CroissantNode> distribution,
      @JsonProperty("recordSet") List<RecordSet> recordSet)
      implements CroissantNode {}

  /** A term of the context that is more than an address. */
  record Term(@JsonProperty("@id") String id, @JsonProperty("@type") String type)
      implements CroissantNode {}

  /** A node that stands elsewhere. */
  record Ref(@JsonProperty("@id") String id) implements CroissantNode {}

  /** A program. */
  record Agent(
      @JsonProperty("@type") String type,
      @JsonProperty("name") String name,
      @JsonProperty("softwareVersion") String softwareVersion)
      implements CroissantNode {}

  /** An input. */
  record Entity(@JsonProperty("@type") String type, @JsonProperty("prov:label") String label)
      implements CroissantNode {}

  /** The build. */
  record Activity(
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      @JsonProperty("prov:startedAtTime") String startedAtTime,
      @JsonProperty("prov:endedAtTime") String endedAtTime,
      @JsonProperty("description") String description,
      @JsonProperty("prov:wasAssociatedWith") Agent wasAssociatedWith)
      implements CroissantNode {}

  /** A part of a table. */
  record FileObject(
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      @JsonProperty("name") String name,
      @JsonProperty("contentUrl") String contentUrl,
      @JsonProperty("contentSize") String contentSize,
      @JsonProperty("encodingFormat") String encodingFormat,
      @JsonProperty("sha256") String sha256)
      implements CroissantNode {}

  /** All parts of a table. */
  record FileSet(
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      @JsonProperty("containedIn") List<Ref> containedIn,
      @JsonProperty("encodingFormat") String encodingFormat,
      @JsonProperty("includes") String includes)
      implements CroissantNode {}

  /** A table. */
  record RecordSet(
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      @JsonProperty("name") String name,
      @JsonProperty("field") List<Field> field)
      implements CroissantNode {
    static RecordSet of(String table, List<Field> fields) {
      return new RecordSet("cr:RecordSet", table, table, fields);
    }
  }

  /** A column, or a part of one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Field(
      @JsonProperty("@type") String type,
      @JsonProperty("@id") String id,
      @JsonProperty("name") String name,
      @JsonProperty("description") String description,
      @JsonProperty("isArray") Boolean isArray,
      @JsonProperty("arrayShape") String arrayShape,
      @JsonProperty("dataType") String dataType,
      @JsonProperty("subField") List<Field> subField,
      @JsonProperty("source") Source source)
      implements CroissantNode {}

  /** Where the values of a column are read. */
  record Source(@JsonProperty("fileSet") Ref fileSet, @JsonProperty("extract") Extract extract)
      implements CroissantNode {
    static Source of(String fileSet, String column) {
      return new Source(new Ref(fileSet), new Extract(column));
    }
  }

  /** A column of a file. */
  record Extract(@JsonProperty("column") String column) implements CroissantNode {}
}
