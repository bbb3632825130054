package org.copydesk.pipeline.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.beam.sdk.options.PipelineOptions;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** S3's uploads in parts. (docs.aws.amazon.com, "ListMultipartUploads", "AbortMultipartUpload") */
final class S3UnfinishedUploads implements UnfinishedUploads {
  @Override
  public int end(PipelineOptions options, String folder, Predicate<String> isDead)
      throws IOException {
    S3Place place = S3Place.of(folder);
    String prefix = place.key() + "/";
    try (S3Client client = S3Place.client(options)) {
      List<MultipartUpload> dead = new ArrayList<>();
      client
          .listMultipartUploadsPaginator(list -> list.bucket(place.bucket()).prefix(prefix))
          .uploads()
          .stream()
          .filter(upload -> isDead.test(upload.key().substring(prefix.length())))
          .forEach(dead::add);
      for (MultipartUpload upload : dead) {
        client.abortMultipartUpload(
            abort -> abort.bucket(place.bucket()).key(upload.key()).uploadId(upload.uploadId()));
      }
      return dead.size();
    } catch (SdkException e) {
      throw new IOException("cannot end uploads below " + folder + ": " + e.getMessage(), e);
    }
  }
}
