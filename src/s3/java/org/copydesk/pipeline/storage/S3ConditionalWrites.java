package org.copydesk.pipeline.storage;

import java.io.IOException;
import org.apache.beam.sdk.options.PipelineOptions;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * S3's conditional write: a PUT with {@code If-None-Match: *} is answered 412 when the object is
 * there, and 409 when another such PUT is under way. (docs.aws.amazon.com, "Conditional writes")
 */
final class S3ConditionalWrites implements ConditionalWrites {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int TRIES = 5;

  @Override
  public boolean createIfAbsent(PipelineOptions options, String location, byte[] content)
      throws IOException {
    try (S3Client client = S3Place.client(options)) {
      return put(client, request(location), content);
    } catch (SdkException e) {
      throw new IOException("cannot write " + location + ": " + e.getMessage(), e);
    }
  }

  private static PutObjectRequest request(String location) throws IOException {
    S3Place place = S3Place.of(location);
    return PutObjectRequest.builder()
        .bucket(place.bucket())
        .key(place.key())
        .overrideConfiguration(with -> with.putHeader("If-None-Match", "*"))
        .build();
  }

  /** A conflict says that another may win or fail: asking again tells which. */
  private static boolean put(S3Client client, PutObjectRequest request, byte[] content) {
    for (int tries = 1; ; tries++) {
      try {
        client.putObject(request, RequestBody.fromBytes(content));
        return true;
      } catch (S3Exception e) {
        if (e.statusCode() == PRECONDITION_FAILED) {
          return false;
        }
        if (e.statusCode() != CONFLICT || tries == TRIES) {
          throw e;
        }
      }
    }
  }
}
