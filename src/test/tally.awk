# Surefire's reports in, one line out: how many tests ran, failed and were skipped, and of which classes
# the skipped are. `others` is what else there is to run.
function number(name) {
  return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
}
/<testsuite / {
  tests += number("tests")
  failed += number("errors") + number("failures")
  skipped += number("skipped")
}
/<testcase / {
  class = $0
  sub(/.* classname="/, "", class)
  sub(/".*/, "", class)
  sub(/.*\./, "", class)
}
/<skipped/ {
  if (!(class in seen)) {
    seen[class] = 1
    where = where (where == "" ? " (" : ", ") class
  }
}
END {
  printf "%d tests run, %d failed, %d skipped%s; %s\n", tests - skipped, failed, skipped, where == "" ? "" : where ")", others
}
