package org.copydesk.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.reflect.DoFnInvokers;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.copydesk.cache.CacheStore;
import org.copydesk.command.ParsedBuild;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.html.HtmlSettings;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.read.Reading;
import org.copydesk.pipeline.read.RunAgain;
import org.copydesk.pipeline.read.UnitCache;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.suspects.FindSuspects;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What travels to workers: every step and every coder of a build, read back by the class loader
 * that a cluster gives a job, in which no class of ours is the one of the submitter.
 */
class SerialisationTest {
  private final List<DoFn<?, ?>> steps = new ArrayList<>();
  private final Set<Coder<?>> coders = new HashSet<>();

  @TempDir Path folder;

  @BeforeEach
  void walkTheBuilds() throws Exception {
    walk(null);
    Storage work = Storage.local(folder.resolve("work"));
    walk(SideFile.write(work, "models", new byte[0]));
  }

  /**
   * @param models of the epoch; null where the build learns them
   */
  private void walk(SideFile models) throws Exception {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.finish();
    Storage work = Storage.local(folder.resolve(models == null ? "learning" : "recalling"));
    new BuildGraph(
            new Reading(
                work,
                new Locations(Map.of()),
                ParsedBuild.settings("in", "-o", folder.toString(), "--spans=true"),
                new PageReaders.ByKind(HtmlSettings.defaults()),
                new SideFiles(
                    SideFile.write(work, "suppressed", new byte[0]),
                    null,
                    models,
                    FindSuspects.write(work, texts)),
                new RunAgain(work, 2),
                new UnitCache(CacheStore.of(work), Map.of(), true, Set.of(), "seed", 0)),
            new BlockRoute(null, work, 3),
            Room.DEFAULT,
            Buckets.forInput(List.of()))
        .build(pipeline, List.of(0L), List.of(0), List.of(), List.of(0L));
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            PTransform<?, ?> transform = node.getTransform();
            if (transform instanceof ParDo.MultiOutput<?, ?> parDo) {
              steps.add(parDo.getFn());
            }
          }

          @Override
          public void visitValue(PValue value, TransformHierarchy.Node producer) {
            if (value instanceof PCollection<?> collection) {
              coders.add(collection.getCoder());
            }
          }
        });
  }

  @Test
  void everyStepIsReadByTheClassLoaderOfAJob() throws Exception {
    int ours = 0;
    try (JobLoader loader = new JobLoader()) {
      for (DoFn<?, ?> step : steps) {
        byte[] sent = bytes(step);
        Object read = loader.read(sent);
        if (step.getClass().getName().startsWith("org.copydesk.")) {
          ours++;
          assertNotSame(step.getClass(), read.getClass());
          assertSame(loader, read.getClass().getClassLoader(), read.getClass()::getName);
        }
        assertArrayEquals(sent, bytes(read), () -> step.getClass() + " loses something");
      }
    }
    assertTrue(ours >= 15, "steps of a build: " + ours);
  }

  @Test
  void everyStepIsSetUpInTheClassLoaderOfAJob() throws Exception {
    try (JobLoader loader = new JobLoader()) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        for (DoFn<?, ?> step : steps) {
          DoFn<?, ?> read = (DoFn<?, ?>) loader.read(bytes(step));
          DoFnInvokers.tryInvokeSetupFor(read, PipelineOptionsFactory.create()).invokeTeardown();
        }
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  @Test
  void codersTravelAndNoneIsJavasOwnSerialisation() throws Exception {
    try (JobLoader loader = new JobLoader()) {
      for (Coder<?> coder : coders) {
        loader.read(bytes(coder));
        assertFalse(holdsJavaSerialisation(coder), () -> "not deterministic: " + coder);
      }
    }
    assertFalse(coders.isEmpty());
  }

  private static boolean holdsJavaSerialisation(Coder<?> coder) {
    return coder instanceof SerializableCoder
        || coder.getCoderArguments() != null
            && coder.getCoderArguments().stream()
                .anyMatch(SerialisationTest::holdsJavaSerialisation);
  }

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** Loads our classes by itself, as Flink does for a job (child-first). */
  private static final class JobLoader extends URLClassLoader {
    JobLoader() {
      super(
          new URL[] {BuildGraph.class.getProtectionDomain().getCodeSource().getLocation()},
          SerialisationTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("org.copydesk.")) {
          loaded = findClass(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }

    Object read(byte[] bytes) throws IOException, ClassNotFoundException {
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description)
                throws ClassNotFoundException {
              return Class.forName(description.getName(), false, JobLoader.this);
            }
          }) {
        return in.readObject();
      }
    }
  }
}
