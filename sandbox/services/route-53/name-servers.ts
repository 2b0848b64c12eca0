import { randomInt } from 'node:crypto';

const topLevels = ['com', 'net', 'org', 'co.uk'];

/** Four name servers under four top-level domains, as Route 53 delegates: `ns-<n>.awsdns-<nn>.<tld>`. */
export function drawNameServers(): string[] {
  return topLevels.map((topLevel, index) => {
    const server = randomInt(index * 512, (index + 1) * 512);
    return `ns-${server}.awsdns-${String(randomInt(64)).padStart(2, '0')}.${topLevel}`;
  });
}
