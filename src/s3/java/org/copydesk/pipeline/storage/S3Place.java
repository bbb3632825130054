package org.copydesk.pipeline.storage;

import java.io.IOException;
import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.InstanceBuilder;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket and a key, or the prefix of some, as {@code s3://bucket/key} names them. */
record S3Place(String bucket, String key) {
  static S3Place of(String location) throws IOException {
    String[] parts = location.replaceFirst("^[^:]+://", "").split("/", 2);
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new IOException("no bucket and key: " + location);
    }
    return new S3Place(parts[0], parts[1]);
  }

  /** A client that reaches the store as Beam's file system does. */
  static S3Client client(PipelineOptions options) {
    S3Options s3 = options.as(S3Options.class);
    S3ClientBuilderFactory clients =
        InstanceBuilder.ofType(S3ClientBuilderFactory.class)
            .fromClass(s3.getS3ClientFactoryClass())
            .build();
    return clients.createBuilder(s3).build();
  }
}
