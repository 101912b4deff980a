// How the people of a simulated cohort behave: every assumption, in one place. They were set before the first run and are
// guesses of the right size, not measurements; what the simulation can show is what routing adds to the same people.

/** The assumptions, as they stand in the README. */
export const behaviour = {
  learners: 40,
  /** Days that are played, from a Monday on. */
  days: 28,
  /** A new prompt each Monday, answer first, so often; the last week has none, so that late posts have time. */
  prompts: 3,
  /** Visits a week of the least and the most active; everybody's own number lies between, mostly low (its square is even). */
  visitsPerWeek: { least: 0.5, most: 5 },
  /** Hours of the day, UTC, in which people come. */
  hours: { from: 7, to: 22 },
  /** Chance that a visit answers a prompt that one has not answered yet. */
  answers: 0.6,
  /** Newest threads that a visit looks at: the panel shows the newest first. */
  looksAt: 10,
  /** Chance that one such thread is replied to where nobody has replied yet; people join where there is talk already. */
  replies: 0.04,
  /** Added to that chance for every reply that is there, up to three: what is answered draws answers. */
  repliesForEach: 0.02,
  /** Chance that a visit comes to the end of reading, where waiting posts are shown. */
  reachesEnd: 0.7,
  /** Chance that who is shown a waiting post answers it, in a visit without another reply: at most one reply a visit. */
  takesUp: 0.3,
  /** The facilitator comes on Tuesdays and Thursdays at 16, and answers so many of the oldest that waited so many days. */
  facilitator: { weekdays: [2, 4], hour: 16, answers: 2, afterDays: 2 },
} as const;
