import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../scope';
import { startTestBackEnd, TestGateway } from './test-gateway';

let gateway: TestGateway;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
const host = 'shop.example.com';
const arn = (name: string) => `arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/${name}/1`;

beforeAll(async () => {
  gateway = await TestGateway.start();
  backEnd = await startTestBackEnd((request, response) => {
    response.end(JSON.stringify({ url: request.url, host: request.headers.host }));
  });
  const balancer = (name: string, isPublic: boolean) => ({
    dnsName: `${name}.elb.test`,
    arn: arn(name),
    description: '',
    isPublic,
    url: backEnd.url,
  });
  await gateway.state.write((tx) => {
    tx.put('loadBalancers', keyOf.loadBalancer(gateway.scope, 'inner'), balancer('inner', false));
    tx.put('loadBalancers', keyOf.loadBalancer(gateway.scope, 'outer'), balancer('outer', true));
    for (const [id, targetArns] of [
      ['link1', [arn('inner')]],
      ['link2', [arn('nobody')]],
    ] as const) {
      const link = { id, name: id, targetArns: [...targetArns] };
      tx.put('vpcLinks', keyOf.vpcLink(gateway.scope, id), { link, createdAt: 0 });
    }
  });
  const linked = {
    type: 'HTTP_PROXY' as const,
    httpMethod: 'GET',
    uri: 'http://inner.host:8080/x',
    connectionType: 'VPC_LINK' as const,
  };
  await gateway.putApi(
    'main',
    'prod',
    {
      'GET /v1': { ...linked, connectionId: 'link1' },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
      'GET /variable': { ...linked, connectionId: '${stageVariables.link}' },
      'GET /v2': { ...linked, connectionId: 'v2link', integrationTarget: arn('inner') },
      'GET /plain': {
        ...linked,
        type: 'HTTP',
        connectionId: 'link1',
        integrationResponses: { '200': { statusCode: '200' } },
      },
      'GET /mapped': {
        ...linked,
        connectionId: 'link1',
        requestParameters: { 'integration.request.header.Host': "'mapped.host'" },
      },
      'GET /nolink': { ...linked, connectionId: 'nope' },
      'GET /unbound': { ...linked, connectionId: 'link2' },
      'GET /outer': { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'https://OUTER.elb.test/x' },
      'GET /inner': { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://inner.elb.test/x' },
    },
    { variables: { link: 'link1' } },
  );
  await gateway.putDomain(host, { '': 'main/prod' });
});
afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

describe('a VPC link', () => {
  it.each([
    ['/v1', 'inner.host:8080'],
    ['/variable', 'inner.host:8080'],
    ['/v2', 'inner.host:8080'],
    ['/plain', 'inner.host:8080'],
    ['/mapped', 'mapped.host'],
  ])('%s leads to the local port, with the host of the URI', async (path, seen) => {
    const answer = await gateway.http({ host, path });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { url: '/x', host: seen }]);
  });

  it.each([
    ['/nolink', 500, "There is no VPC link 'nope'"],
    ['/unbound', 504, 'No load balancer'],
  ])('%s -> %i', async (path, status, reason) => {
    expect((await gateway.http({ host, path })).status).toBe(status);
    expect(gateway.log.at(-1)).toContain(reason);
  });
});

it("a public load balancer's name leads to its port without a link, a private one's doesn't", async () => {
  const answer = await gateway.http({ host, path: '/outer' });
  expect([answer.status, JSON.parse(answer.text).url]).toEqual([200, '/x']);
  expect((await gateway.http({ host, path: '/inner' })).status).toBe(504);
});
