package org.copydesk.row;

import org.copydesk.table.Means;
import org.copydesk.table.OwnText;

/** A file of the input, and what became of its bytes. */
public record LedgerRow(
    @Means("path below the fixed part of the input") @OwnText String sourceFile,
    @Means("page_text, html, warc, wet, json_lines, json or parquet") String format,
    @Means("none, gzip, zstd or bzip2") String compression,
    @Means("size of the file") Long bytes,
    @Means("after decompression") Long decompressedBytes,
    @Means("of these, framing and headers") Long containerBytes,
    @Means("of these, payloads of pages") Long payloadBytes,
    @Means("payload bytes that spans cover") Long coveredBytes,
    @Means("bytes lost") Long rejectedBytes,
    @Means("of the file as it lies; null when not all of it could be read") @OwnText String sha256,
    @Means("ok, partial or rejected") String status,
    @Means("all records") Long records,
    @Means("records with an article") Long pages,
    @Means("articles segmented") Long articles,
    @Means("teaser occurrences") Long teasers,
    @Means("records that are sound but not ours") Long skipped,
    @Means("records damaged or over a bound") Long rejected,
    @Means("bytes of the texts that spans count") Long textBytes,
    @Means("values over their bound, cut or left out") Long fieldsCut) {}
