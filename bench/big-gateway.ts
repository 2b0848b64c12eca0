import { emptyIntegration, emptyMethod, emptySnapshot } from '@/lib/gateway/defaults';
import type { Method, Snapshot } from '@/lib/gateway/model';

/** A gateway of `count` resources below the root: services with collections, items and proxies, four routes each or so. */
export function bigGateway(count: number): Snapshot {
  const gateway = emptySnapshot('bench');
  const add = (path: string, methods: Record<string, Method>) => {
    if (Object.keys(gateway.resources).length <= count) gateway.resources[path] = { methods };
  };
  for (let service = 0; Object.keys(gateway.resources).length <= count; service += 1) {
    const root = `/service${service}`;
    const backEnd = `https://service${service}.internal.example.com`;
    add(root, { GET: route(backEnd) });
    for (const name of ['orders', 'customers', 'invoices']) {
      const path = `${root}/${name}`;
      add(path, { GET: route(`${backEnd}/${name}`), POST: route(`${backEnd}/${name}`) });
      add(`${path}/{id}`, {
        GET: route(`${backEnd}/${name}/{id}`, ['id']),
        PUT: route(`${backEnd}/${name}/{id}`, ['id']),
      });
    }
    add(`${root}/files`, { GET: route(`${backEnd}/files`) });
    add(`${root}/files/{proxy+}`, { ANY: route(`${backEnd}/files/{proxy}`, ['proxy']) });
  }
  return gateway;
}

/** The same gateway after a week of work: every 20th route has another back end or another header. */
export function changedGateway(gateway: Snapshot): Snapshot {
  const changed = structuredClone(gateway);
  const methods = Object.values(changed.resources).flatMap((resource) => Object.values(resource.methods));
  methods.forEach((method, index) => {
    if (!method.integration || index % 20 !== 0) return;
    if (index % 40 === 0) method.integration.uri = `${method.integration.uri}?v=2`;
    else method.integration.requestParameters['integration.request.header.X-Version'] = "'2'";
  });
  return changed;
}

function route(uri: string, variables: string[] = []): Method {
  const mapped = variables.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]);
  return {
    ...emptyMethod(),
    requestParameters: Object.fromEntries(variables.map((name) => [`method.request.path.${name}`, false])),
    integration: {
      ...emptyIntegration('HTTP_PROXY'),
      uri,
      httpMethod: 'ANY',
      requestParameters: {
        ...Object.fromEntries(mapped),
        'integration.request.header.X-Tenant': 'context.domainPrefix',
        'integration.request.header.X-Correlation-Id': 'context.requestId',
      },
    },
  };
}
