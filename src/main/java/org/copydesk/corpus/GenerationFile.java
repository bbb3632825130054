package org.copydesk.corpus;

/**
 * A file of a generation.
 *
 * @param path below the generation's folder
 * @param rows as its footer counts them; 0 for a file that is no table
 * @param bytes of the file
 * @param sha256 hex
 */
public record GenerationFile(String path, long rows, long bytes, String sha256) {}
