package org.copydesk.segment;

import static org.copydesk.segment.State.*;

/**
 * What may follow what on a page, and at what cost: hand-set points, as in {@link Emissions}. One
 * point is about what four words of prose are worth to the body.
 */
final class Grammar {
  static final double NEVER = -1e6;
  static final int STATES = State.values().length;

  /** Points for going from one state to the next, by ordinal. */
  private static final double[][] STEP = new double[STATES][STATES];

  private static final double[] START = new double[STATES];
  private static final double[] END = new double[STATES];

  /** For each state the states that may stand before it, a bit each. */
  static final int[] BEFORE = new int[STATES];

  /** For each state the points for coming from each other one. */
  static final double[][] STEPS_TO = new double[STATES][STATES];

  static {
    for (int i = 0; i < STATES; i++) {
      java.util.Arrays.fill(STEP[i], NEVER);
      START[i] = NEVER;
    }
    State[] head = {
      A_BOIL, A_HEADING, A_TEASER_TITLE, A_TEASER_SNIPPET, A_TEASER_META, A_BYLINE, A_DATE
    };
    for (State from : head) {
      allow(from, TITLE, from == A_TEASER_TITLE ? -4 : from == A_HEADING ? -3 : 0);
      allow(from, BODY, from == A_DATE || from == A_BYLINE ? -3 : from == A_BOIL ? -5 : -10);
      allow(from, A_BOIL, from == A_HEADING ? -2 : 0);
      allow(from, A_HEADING, 0);
      allow(from, A_BYLINE, -2);
      allow(from, A_DATE, from == A_BOIL || from == A_BYLINE ? 0 : -1);
    }
    allow(A_HEADING, A_TEASER_TITLE, 0);
    allow(A_HEADING, A_TEASER_SNIPPET, -3);
    allow(A_BOIL, A_TEASER_TITLE, -1.5);
    allow(A_BOIL, A_TEASER_SNIPPET, -4);
    allow(A_DATE, A_TEASER_TITLE, -1.5);
    allow(A_DATE, A_TEASER_SNIPPET, -2);
    allow(A_TEASER_TITLE, A_TEASER_SNIPPET, 0);
    allow(A_TEASER_TITLE, A_TEASER_TITLE, -1);
    allow(A_TEASER_TITLE, A_DATE, -1);
    allow(A_TEASER_SNIPPET, A_TEASER_TITLE, 0);
    allow(A_TEASER_SNIPPET, A_TEASER_SNIPPET, -3);
    for (State from : new State[] {A_HEADING, A_TEASER_TITLE, A_TEASER_SNIPPET, A_TEASER_META}) {
      allow(from, A_TEASER_META, 0);
    }
    allow(A_TEASER_META, A_TEASER_TITLE, 0);
    allow(A_TEASER_META, A_TEASER_SNIPPET, 0);

    State[] between = {TITLE, B_BYLINE, B_DATE, B_DATELINE, B_PROVIDER, B_BOIL, B_DECK};
    for (State from : between) {
      allow(from, B_BYLINE, 0);
      allow(from, B_DATE, 0);
      allow(from, B_DATELINE, 0);
      allow(from, B_PROVIDER, -2);
      allow(from, B_BOIL, from == B_BOIL ? 0 : -1);
      allow(from, BODY, 0);
      END[from.ordinal()] = -9;
      allow(from, HEADING, -5);
      allow(from, TEASER_TITLE, -8);
    }
    // A line under the title that says more, where byline or date stand below it.
    allow(TITLE, B_DECK, -0.5);
    allow(B_DECK, BODY, -6);
    allow(BODY, BODY, 0.5);
    allow(BODY, PROVIDER, 0);
    allow(BODY, C_BYLINE, -1);
    allow(BODY, C_DATE, -1);
    allow(BODY, HEADING, -1);
    allow(BODY, TEASER_TITLE, -7);
    allow(BODY, TEASER_SNIPPET, -12);
    allow(BODY, BOIL, -3);

    State[] tail = {
      PROVIDER,
      C_BYLINE,
      C_DATE,
      HEADING,
      TEASER_TITLE,
      TEASER_SNIPPET,
      TEASER_META,
      BOIL,
      LATE_BOIL
    };
    for (State from : tail) {
      boolean isField = from == PROVIDER || from == C_BYLINE || from == C_DATE;
      allow(from, HEADING, 0);
      boolean isLate =
          from == HEADING
              || from == TEASER_TITLE
              || from == TEASER_SNIPPET
              || from == TEASER_META
              || from == LATE_BOIL;
      allow(from, isLate ? LATE_BOIL : BOIL, from == HEADING ? -3 : 0);
      allow(from, TEASER_TITLE, from == HEADING || from == TEASER_SNIPPET ? 0 : -1.5);
      allow(from, TEASER_SNIPPET, from == TEASER_TITLE ? 0 : -4);
      allow(from, PROVIDER, isField ? 0 : -4);
      allow(from, C_BYLINE, isField ? -1 : -6);
      allow(from, C_DATE, isField ? -1 : -3);
    }
    for (State from : new State[] {HEADING, TEASER_TITLE, TEASER_SNIPPET, TEASER_META}) {
      allow(from, TEASER_META, 0);
    }
    allow(TEASER_META, TEASER_TITLE, 0);
    allow(TEASER_META, TEASER_SNIPPET, 0);
    allow(TEASER_META, BODY, -18);
    allow(PROVIDER, BODY, -8);
    allow(C_BYLINE, BODY, -3);
    allow(C_DATE, BODY, -3);
    allow(HEADING, BODY, -9);
    allow(TEASER_TITLE, BODY, -14);
    allow(TEASER_SNIPPET, BODY, -18);
    allow(BOIL, BODY, -4.5);
    allow(LATE_BOIL, BODY, -17);

    END[HEADING.ordinal()] = -5;
    END[A_HEADING.ordinal()] = -5;
    begin(A_BOIL, 0);
    begin(A_HEADING, -1);
    begin(A_TEASER_TITLE, -3);
    begin(A_TEASER_SNIPPET, -5);
    begin(A_BYLINE, -2);
    begin(A_DATE, 0);
    begin(TITLE, 1);
    begin(BODY, -3);
    for (int to = 0; to < STATES; to++) {
      for (int from = 0; from < STATES; from++) {
        STEPS_TO[to][from] = STEP[from][to];
        BEFORE[to] |= STEP[from][to] > NEVER ? 1 << from : 0;
      }
    }
  }

  private Grammar() {}

  private static void allow(State from, State to, double points) {
    STEP[from.ordinal()][to.ordinal()] = points;
  }

  private static void begin(State state, double points) {
    START[state.ordinal()] = points;
  }

  /** Points for a page that ends in a state: a title announces something. */
  static double end(int state) {
    return END[state];
  }

  static double start(int state) {
    return START[state];
  }
}
