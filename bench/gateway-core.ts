import { diff } from '@/lib/gateway/diff';
import { requestOf, resolve } from '@/lib/gateway/resolve';
import { bigGateway, changedGateway } from './big-gateway';
import { type Measure, median } from './measure';

/** The pure core on a gateway of 1,000 resources: differences, and requests resolved to what the back end gets. */
export function measureGatewayCore(): Measure[] {
  const gateway = bigGateway(1_000);
  const changed = changedGateway(gateway);
  const times: number[] = [];
  for (let i = 0; i < 40; i += 1) {
    const started = performance.now();
    const { differences } = diff(gateway, changed);
    times.push(performance.now() - started);
    if (differences.length === 0) throw new Error('the changed gateway shows no difference');
  }
  return [
    { name: 'diff of two 1,000-resource snapshots', value: median(times), unit: 'ms', aim: 30 },
    {
      name: 'resolve on 1,000 resources, requests per second and core',
      value: resolvedPerSecond(),
      unit: 'requests',
      aim: 100_000,
      atLeast: true,
    },
  ];

  function resolvedPerSecond(): number {
    const headers = [
      ['Accept', 'application/json'],
      ['User-Agent', 'bench'],
    ] as const;
    const requests = Array.from({ length: 1_000 }, (_, index) => {
      const path = `/service${index % 100}/${['orders', 'customers', 'files'][index % 3]}/${index}`;
      return requestOf({ verb: 'GET', path, query: 'page=2', headers, host: 'shop.example.com' });
    });
    const run = () => {
      for (const request of requests) {
        if (resolve(gateway, request).outcome !== 'sent') throw new Error('a request of the bench was not sent');
      }
    };
    for (let i = 0; i < 20; i += 1) run();
    const started = performance.now();
    let rounds = 0;
    while (performance.now() - started < 2_000) {
      run();
      rounds += 1;
    }
    return (rounds * requests.length * 1_000) / (performance.now() - started);
  }
}
