# Copydesk. Needs Java 17 or newer and Maven 3.8 or newer; `make help` lists what there is.

JAR      := target/copydesk.jar
SOURCES  := pom.xml $(shell find src/main -type f 2>/dev/null)
MVN      := mvn -B -q
MVN_TEST := mvn -B -ntp
BENCH    ?= .
# What make fuzz runs; each target is a method that a fuzzer feeds.
MUTANTS  ?= 20000
# The same for pages of text, which are small.
MUTATED_PAGES ?= 100000
MUTATION_TESTS := DamageTest,MutatedPagesTest,MutatedHtmlTest
FUZZ_TARGETS   ?= DumpFuzzTest\#sniffing DumpFuzzTest\#warc DumpFuzzTest\#jsonLines DumpFuzzTest\#characterSets
# File systems beside this machine's: PROFILES=hdfs,s3
PROFILES ?=
WITH     := $(if $(PROFILES),-P$(PROFILES))

.DEFAULT_GOAL := help
.PHONY: help tools jar run test fuzz hdfs check fmt quality spark bench faults sbom teacher clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

tools:
	@command -v java >/dev/null || { echo "Java 17 or newer is missing. Debian: apt-get install openjdk-17-jdk-headless"; exit 1; }
	@command -v javac >/dev/null || { echo "The Java compiler is missing. Debian: apt-get install openjdk-17-jdk-headless"; exit 1; }
	@v=$$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p'); [ "$${v:-0}" -ge 17 ] || { echo "Java 17 or newer is needed, this is $$v. Debian: apt-get install openjdk-17-jdk-headless"; exit 1; }
	@command -v mvn >/dev/null || { echo "Maven is missing. Debian: apt-get install maven"; exit 1; }

$(JAR): $(SOURCES) | tools
	$(MVN) $(WITH) package -DskipTests
	@touch $(JAR)

jar: $(JAR) ## build target/copydesk.jar; for remote files `make clean jar PROFILES=hdfs,s3`

run: $(JAR) ## build a corpus from the pages that come with the project
	java -jar $(JAR) build -f pipelines/local.yaml

test: tools ## run all tests; needs no network once the dependencies are there
	$(MVN_TEST) verify

fuzz: tools ## damage everything: MUTANTS a format, then FUZZ_TARGETS led by coverage for ten minutes each
	$(MVN_TEST) test -Dtest='$(MUTATION_TESTS)' -Dcopydesk.mutants=$(MUTANTS) -Dcopydesk.fuzz=$(MUTATED_PAGES)
	@for target in $(FUZZ_TARGETS); do \
	  JAZZER_FUZZ=1 $(MVN_TEST) -Pfuzz test -Dtest="$$target" || exit 1; \
	done

hdfs: tools ## builds on HDFS against a small cluster in this process
	$(MVN_TEST) -Phdfs test -Dtest='Hdfs*Test'

check: tools ## formatter, compiler warnings and Error Prone
	$(MVN) spotless:check
	$(MVN) -Pcheck clean test-compile

fmt: tools ## format the sources
	$(MVN) spotless:apply

quality: tools ## measure on the data beside the checkout against the floors
	@if [ ! -d ../shared/data ]; then echo "no data beside the checkout: nothing measured"; exit 0; fi; \
	$(MVN_TEST) -Pquality test

spark: tools ## run the queries of the dataset card in Spark
	$(MVN_TEST) -Pspark test -Dtest=SparkCardTest

bench: $(JAR) ## benchmarks of the parts and of grouping; BENCH=name for some
	$(MVN) -Pbench test-compile exec:exec -Dbench=$(BENCH)

faults: tools ## kill builds, fail their storage, race them, fill their disk: takes about an hour
	$(MVN_TEST) -Pfaults test

sbom: tools ## list every library in the jar: target/copydesk-sbom.json (CycloneDX)
	$(MVN) org.cyclonedx:cyclonedx-maven-plugin:makeBom

teacher: tools ## label the topic model's training texts again (half an hour; needs their files)
	$(MVN) -Pteacher test-compile exec:exec

clean: ## remove what was built
	$(MVN) clean
