# Copydesk. Needs Java 17 or newer and Maven 3.8 or newer; `make help` lists what there is.

JAR      := target/copydesk.jar
# Its classes as they lie in memory: commands start in half the time. A jar without it works, too.
ARCHIVE  := $(JAR:.jar=.jsa)
SOURCES  := pom.xml $(shell find src/main -type f 2>/dev/null)
MVN      := mvn -B -q
MVN_TEST := mvn -B -ntp
BENCH    ?= .
# What make fuzz runs; each target is a method that a fuzzer feeds.
MUTANTS  ?= 20000
# The same for pages of text, which are small.
MUTATED_PAGES ?= 100000
MUTATION_TESTS := DamageTest,MutatedPagesTest,MutatedHtmlTest
FUZZ_TARGETS   ?= DumpFuzzTest\#sniffing DumpFuzzTest\#warc DumpFuzzTest\#jsonLines DumpFuzzTest\#parquet DumpFuzzTest\#characterSets
# What make test leaves to targets of their own.
OTHERS := not among them, each a target: quality fuzz bombs faults hdfs stores spark cluster-test (make help)
# Runs Maven with $(1) and ends with a line on its tests, $(2) behind it, whatever became of them.
define tested
@mkdir -p target && touch target/.tests-began; \
$(MVN_TEST) $(1); code=$$?; \
find target/surefire-reports target/failsafe-reports -name 'TEST-*.xml' -newer target/.tests-began -exec cat {} + 2>/dev/null \
  | awk -v others="$(2)" -f src/test/tally.awk; \
exit $$code
endef
# File systems beside this machine's: PROFILES=hdfs,s3,gcs
PROFILES ?=
WITH     := $(if $(PROFILES),-P$(PROFILES))

.DEFAULT_GOAL := help
.PHONY: help tools jar run test fuzz bombs bombs-short nights same-parts damages night-cost why hdfs stores check fmt quality compiles spark bench faults sbom teacher clean cluster-up cluster-down cluster-test cluster-check cluster-hdfs

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

tools:
	@command -v java >/dev/null || { echo "Java 17 or newer is missing. Debian: apt-get install openjdk-17-jdk-headless"; exit 1; }
	@command -v javac >/dev/null || { echo "The Java compiler is missing. Debian: apt-get install openjdk-17-jdk-headless"; exit 1; }
	@v=$$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p'); [ "$${v:-0}" -ge 17 ] || { echo "Java 17 or newer is needed, this is $$v. Debian: apt-get install openjdk-17-jdk-headless"; exit 1; }
	@command -v mvn >/dev/null || { echo "Maven is missing. Debian: apt-get install maven"; exit 1; }

$(JAR): $(SOURCES) | tools
	$(MVN) $(WITH) package -DskipTests
	@touch $(JAR)
	@rm -rf $(ARCHIVE) target/archive
	@java -Dcopydesk.archive=$(ARCHIVE) -jar $(JAR) build testdata/dumps -o target/archive >target/archive.log 2>&1 \
	  || echo "no $(ARCHIVE) was made (target/archive.log): commands start slower"
	@rm -rf target/archive

jar: $(JAR) ## build target/copydesk.jar; for remote files `make clean jar PROFILES=hdfs,s3,gcs`

run: $(JAR) ## build a corpus from the pages that come with the project
	java -jar $(JAR) build -f pipelines/local.yaml

test: tools ## run the tests that take minutes, not hours, and need no data; needs no network once the dependencies are there
	$(call tested,verify,$(OTHERS))

fuzz: tools ## damage everything: MUTANTS a format, then FUZZ_TARGETS led by coverage for ten minutes each
	$(MVN_TEST) test -Dtest='$(MUTATION_TESTS)' -Dcopydesk.mutants=$(MUTANTS) -Dcopydesk.fuzz=$(MUTATED_PAGES)
	@for target in $(FUZZ_TARGETS); do \
	  JAZZER_FUZZ=1 $(MVN_TEST) -Pfuzz test -Dtest="$$target" || exit 1; \
	done

bombs: tools ## builds with 512 MB over files made to take memory or time; some minutes, 2 GB of disk
	$(MVN_TEST) -Pbombs test -Dtest=BombBuildTest

bombs-short: tools ## fewer of them, in one build
	$(MVN_TEST) -Pbombs test -Dtest=BombBuildTest -Dcopydesk.bombs=short

nights: tools ## five nights of 20,000 pages against the stories planted in them, three seeds; some minutes
	@for seed in 1 2 3; do \
	  $(MVN_TEST) test -Dtest=StoriesTest -Dcopydesk.nights=20000 -Dcopydesk.seed=$$seed || exit 1; \
	done

same-parts: tools ## seeded nights, each held against a full build part by part; NIGHTS=200 PAGES=2000
	$(MVN_TEST) test -Dtest=IncrementalBuildTest -Dnights=$(or $(NIGHTS),200) -Dnights.pages=$(or $(PAGES),2000)

damages: tools ## nights on a cache that is damaged in DAMAGES ways (200), each held against a full build
	$(MVN_TEST) test -Dtest=DamagedNightsTest -Ddamages=$(or $(DAMAGES),200)

NIGHT := target/night
NIGHT_PAGES := $(or $(PAGES),30000)
night-cost: $(JAR) ## CPU seconds of a night (1 % new pages, .2 % changed, .1 % gone) beside those of a full build; PAGES=30000
	@rm -rf $(NIGHT) && mkdir -p $(NIGHT)/in
	@set -e; made() { bin/copydesk generate -o $(NIGHT)/$$1 --pages=$$2 --seed=$$3 --format=text.gz --pages-per-file=100 --no-truth >/dev/null 2>&1; }; \
	  made old $(NIGHT_PAGES) 1; made new $$(($(NIGHT_PAGES) / 100)) 2; made gone $$(($(NIGHT_PAGES) / 1000)) 3; \
	  made before $$(($(NIGHT_PAGES) / 500)) 4; made after $$(($(NIGHT_PAGES) / 500)) 5
	@mv $(NIGHT)/old/dumps $(NIGHT)/in/old && mv $(NIGHT)/gone/dumps $(NIGHT)/in/gone && mv $(NIGHT)/before/dumps $(NIGHT)/in/changed
	@bin/copydesk build $(NIGHT)/in -o $(NIGHT)/night --incremental --metrics-file=$(NIGHT)/first.prom >/dev/null 2>&1
	@rm -r $(NIGHT)/in/gone $(NIGHT)/in/changed && mv $(NIGHT)/after/dumps $(NIGHT)/in/changed && mv $(NIGHT)/new/dumps $(NIGHT)/in/new
	@bin/copydesk build $(NIGHT)/in -o $(NIGHT)/night --incremental --accept-drift --metrics-file=$(NIGHT)/night.prom >/dev/null 2>&1
	@bin/copydesk build $(NIGHT)/in -o $(NIGHT)/night --incremental --metrics-file=$(NIGHT)/unchanged.prom >/dev/null 2>&1
	@bin/copydesk build $(NIGHT)/in -o $(NIGHT)/full --epoch-of=$$(bin/copydesk path $(NIGHT)/night) --metrics-file=$(NIGHT)/full.prom >/dev/null 2>&1
	@for build in first night unchanged full; do echo "$$build: $$(grep '^copydesk_build_cpu_seconds' $(NIGHT)/$$build.prom | cut -d' ' -f2) s"; done
	@echo "of the night: $$(grep '^copydesk_stage_cpu_seconds.*"CheckUnits"' $(NIGHT)/night.prom | cut -d' ' -f2) s for units that were read to hold them against the cache"
	@bin/copydesk cache $(NIGHT)/night

N ?= 300000
why: $(JAR) ## why of 1,300 pages against the tables of N generated ones (300,000), and its processor time by kind
	$(MVN_TEST) test -Dtest=WhyAtScaleTest -Dcopydesk.why=$(N) -Dcopydesk.why.program=$(CURDIR)/bin/copydesk

hdfs: tools ## builds on HDFS against a small cluster in this process
	$(MVN_TEST) -Phdfs test -Dtest='Hdfs*Test'

stores: tools ## builds on S3, and Google's conditional writes, against small servers in this process
	$(MVN_TEST) -Ps3,gcs test -Dtest='S3*Test,Gcs*Test'

check: tools ## formatter, compiler warnings and Error Prone
	$(MVN) spotless:check
	$(MVN) -Pcheck clean test-compile

fmt: tools ## format the sources
	$(MVN) spotless:apply

quality: tools ## measure on the data beside the checkout against the floors
ifeq ($(wildcard ../shared/data),)
	@echo "no data beside the checkout: nothing was measured, $$(grep -rl '@Tag("quality")' src/test/java | wc -l) classes of tests skipped"
else
	$(call tested,-Pquality test,measured on the data beside the checkout)
endif

spark: tools ## run the queries of the dataset card in Spark
	$(MVN_TEST) -Pspark test -Dtest=SparkCardTest

compiles: tools ## compile what no test runs: benchmarks, the teacher of topics, Spark's tests
	$(MVN) -Pbench test-compile
	$(MVN) -Pteacher test-compile
	$(MVN) -Pspark test-compile

bench: $(JAR) ## benchmarks of the parts and of grouping; BENCH=name for some
	$(MVN) -Pbench test-compile exec:exec -Dbench='$(BENCH)'

faults: tools ## kill builds, fail their storage and inputs, race them, fill their disk: takes about an hour; PROFILES=s3 kills them on S3 too
	$(MVN_TEST) -Pfaults $(WITH) test

sbom: tools ## list every library in the jar: target/copydesk-sbom.json (CycloneDX)
	$(MVN) org.cyclonedx:cyclonedx-maven-plugin:makeBom

teacher: tools ## label the training texts of a topic model (an hour of processor time for the one in the jar); RECIPE=FILE LABELS=FILE for your own
	$(MVN) -Pteacher test-compile exec:exec $(if $(RECIPE),-Dteacher.recipe=$(RECIPE)) $(if $(LABELS),-Dteacher.labels=$(LABELS))

FLINK_LIB := target/flink/lib
FLINK_DIR ?= target/flink/cluster
# The first of a name: profiles may set it otherwise.
version    = $(shell sed -n '0,/<$(1)>/s:.*<$(1)>\(.*\)</$(1)>.*:\1:p' pom.xml)

$(FLINK_LIB): pom.xml pipelines/flink/pom.xml | tools
	$(MVN) -f pipelines/flink/pom.xml -Dflink.version=$(call version,flink.version) -Dslf4j.version=$(call version,slf4j.version) \
	  org.apache.maven.plugins:maven-dependency-plugin:$(call version,dependency-plugin.version):copy-dependencies -DoutputDirectory=$(abspath $(FLINK_LIB))
	@touch $(FLINK_LIB)

cluster-up: $(FLINK_LIB) ## a Flink cluster of separate processes on this machine; prints HOST:PORT
	@pipelines/flink/cluster.sh up $(FLINK_DIR) $(FLINK_LIB) $(or $(TASKMANAGERS),2)

cluster-down: ## end it
	@pipelines/flink/cluster.sh down $(FLINK_DIR)

cluster-test: $(JAR) $(FLINK_LIB) ## builds on a cluster that loses processes; takes some minutes
	$(MVN_TEST) -Pcluster surefire:test

cluster-check: $(JAR) $(FLINK_LIB) ## the short part of cluster-test
	$(MVN_TEST) -Pcluster surefire:test -Dcluster=cluster-short -Dcluster.pages=3000

cluster-hdfs: $(FLINK_LIB) ## a cluster whose workers share HDFS and nothing else, and lose one; leaves a jar with hdfs
	$(MVN) -Phdfs package -DskipTests
	$(MVN_TEST) -Phdfs,cluster surefire:test -Dtest=HdfsClusterTest

clean: ## remove what was built
	$(MVN) clean
