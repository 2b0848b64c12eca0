/** One figure of the bench. */
export interface Measure {
  name: string;
  value: number;
  unit: 's' | 'ms' | 'kB' | 'MB' | 'calls' | 'requests' | '';
  /** At most this much; `null` when it is only reported. */
  aim: number | null;
  /** The aim is the least, not the most. */
  atLeast?: boolean;
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: number[]) => percentile(samples, 0.5);
