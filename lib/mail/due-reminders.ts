const hourMs = 3_600_000;

interface Waiting {
  id: string;
  /** Since when it waits for the tenant. */
  since: Date;
  /** When the request for its certificate ends, ISO-8601. */
  deadline: string | null;
}

/**
 * The moments at which a tenant is reminded of a domain that are past: after 1 and 3 days and then each week, and 24 and 6 hours before
 * the certificate's request ends. Each by a name that stays the same as long as it is the same wait. Pure.
 */
export function pastMoments({ id, since, deadline }: Waiting, now: Date): string[] {
  const waitedMs = now.getTime() - since.getTime();
  const weeks = Math.floor(waitedMs / (7 * 24 * hourMs));
  const leftMs = deadline === null ? Number.POSITIVE_INFINITY : Date.parse(deadline) - now.getTime();
  const past = [
    ...(waitedMs >= 24 * hourMs ? ['day-1'] : []),
    ...(waitedMs >= 72 * hourMs ? ['day-3'] : []),
    ...Array.from({ length: weeks }, (_, index) => `week-${index + 1}`),
    ...(leftMs > 0 && leftMs <= 24 * hourMs ? ['24-hours-left'] : []),
    ...(leftMs > 0 && leftMs <= 6 * hourMs ? ['6-hours-left'] : []),
  ];
  return past.map((moment) => `${id}@${since.toISOString().slice(0, 16)}:${moment}`);
}

interface Reminded {
  /** Moments that an e-mail was written for. */
  moments: ReadonlySet<string>;
  /** Of the last e-mail. */
  lastAt: Date | null;
}

/** The moments that the next reminder is for; none while there is nothing new, or one was written on the same day (UTC). Pure. */
export function dueReminders(waiting: Waiting[], { moments, lastAt }: Reminded, now: Date): string[] {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  if (lastAt !== null && day(lastAt) === day(now)) return [];
  return waiting.flatMap((domain) => pastMoments(domain, now)).filter((moment) => !moments.has(moment));
}
