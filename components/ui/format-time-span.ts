const units: [name: string, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** A length of time in its one or two largest units: `2 days 3 hours`, `12 minutes`, `less than a second`. Milliseconds. */
export function formatTimeSpan(ms: number): string {
  const first = units.findIndex(([, unit]) => ms >= unit);
  const [name, unit] = units[first] ?? [];
  if (name === undefined || unit === undefined) return 'less than a second';
  const whole = Math.floor(ms / unit);
  const [nextName, nextUnit] = units[first + 1] ?? [];
  const rest = nextUnit === undefined ? 0 : Math.floor((ms % unit) / nextUnit);
  return rest === 0 || nextName === undefined ? count(whole, name) : `${count(whole, name)} ${count(rest, nextName)}`;
}

function count(n: number, name: string): string {
  return `${n} ${name}${n === 1 ? '' : 's'}`;
}
