import * as acm from '@aws-sdk/client-acm';
import * as apiGateway from '@aws-sdk/client-api-gateway';
import * as route53 from '@aws-sdk/client-route-53';
import fc from 'fast-check';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from './services/services';
import { startTestSandbox, type TestSandbox } from './test-sandbox';
import { type RandomRequest, randomRequest } from './testing/random-request';
import { signedHeaders } from './testing/signed-headers';

let sandbox: TestSandbox;
const log: string[] = [];
const agent = new Agent({ connections: 16 });
const names: string[] = [];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: true, log: (line) => log.push(line) });
  names.push(...(await meaningfulNames()));
});
afterAll(async () => {
  await agent.close();
  await sandbox.stop();
});

/** Ids and names of the first content, and words that the operations know. */
async function meaningfulNames(): Promise<string[]> {
  const { gateway } = sandbox;
  const [api] = (await gateway.send(new apiGateway.GetRestApisCommand({}))).items ?? [];
  const resources = (await gateway.send(new apiGateway.GetResourcesCommand({ restApiId: api?.id }))).items ?? [];
  const deployments = (await gateway.send(new apiGateway.GetDeploymentsCommand({ restApiId: api?.id }))).items ?? [];
  const certificates = (await sandbox.acm.send(new acm.ListCertificatesCommand({}))).CertificateSummaryList ?? [];
  const zones = (await sandbox.route53.send(new route53.ListHostedZonesCommand({}))).HostedZones ?? [];
  const ids = [
    ...[api?.id, api?.rootResourceId, ...resources.slice(0, 4).map(({ id }) => id), deployments[0]?.id],
    ...certificates.map(({ CertificateArn }) => CertificateArn),
    ...zones.flatMap(({ Id }) => [Id?.replace('/hostedzone/', ''), Id]),
  ].filter((id) => id !== undefined);
  const words = `production staging GET ANY POST NONE MOCK HTTP_PROXY AWS_PROXY REGIONAL EDGE replace add remove copy
    /description /name /deploymentId /variables/a /*/*/throttling/rateLimit /requestParameters/a /apiStages /quota/limit 200
    (none) orders Empty DEFAULT_4XX customer1.example.com new.example.com *.example.com example.com x.org. A CNAME TXT CREATE
    UPSERT DELETE DNS EMAIL RSA_2048 EC_prime256v1 ENABLED DISABLED 1 100 10.0.0.1 "text" http://127.0.0.1:1/ DAY
    API RESOURCE METHOD VPCE vpce-1 javascript ruby
    hostedzone oas30 swagger true false API_KEY application/json method.request.header.a TLS_1_2 csv overwrite merge`;
  const arn = `arn:aws:apigateway:us-east-1::/restapis/${api?.id}`;
  return [...ids, ...words.split(/\s+/), arn, '', 'x'.repeat(300), '{proxy+}', '../..', '__proto__', '\\052', 'é'];
}

/** Refusals that come before any operation, in any service. */
const ofTheFramework = ['ValidationException', 'SerializationException', 'UnknownOperationException'];

/** What each service's own model can refuse with. */
const modelled: Record<string, Set<string>> = {
  apigateway: new Set([...errorsOf(apiGateway), ...ofTheFramework]),
  route53: new Set([...errorsOf(route53), 'MalformedInput', 'UnknownOperationException']),
  acm: new Set([...errorsOf(acm), ...ofTheFramework]),
};

/** Edge-optimized domains and private zones: what the sandbox hasn't at all says so, instead of something made up. */
const notPlayed = new Set(['CreateDomainName', 'CreateHostedZone']);

/** Schemas of errors begin with -3. */
function errorsOf(sdk: object): string[] {
  return Object.values(sdk).flatMap((exported: unknown) =>
    Array.isArray(exported) && exported[0] === -3 ? [String(exported[2])] : [],
  );
}

async function send({ service, method, path, headers, body }: RandomRequest) {
  const answer = await request(`${sandbox.url}${path}`, {
    dispatcher: agent,
    method: method as 'GET',
    headers: { ...headers, ...signedHeaders(service) },
    body: method === 'GET' || method === 'DELETE' ? null : body,
  });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

function codeOf(service: string, headers: Record<string, unknown>, text: string): string {
  if (service === 'acm') return String(JSON.parse(text).__type);
  return service === 'apigateway'
    ? String(headers['x-amzn-errortype'])
    : (/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? 'none');
}

/** The same requests each time, so that a failure can be seen again; another seed gives others. */
const seed = Number(process.env.RANDOM_REQUESTS_SEED ?? 4);

const runsOf: Record<string, number> = { apigateway: 11_000, route53: 5000, acm: 4000 };

test.each(services.filter(({ name }) => name in runsOf))(
  '$name: random requests crash nothing and get modelled errors only',
  async (service) => {
    const runs = runsOf[service.name] ?? 0;
    const requests = fc.sample(randomRequest(service, names), { numRuns: runs, seed });
    const strange = new Set<string>();
    const counts = { fine: 0, refused: 0 };
    async function worker() {
      for (let next = requests.pop(); next; next = requests.pop()) {
        const { status, headers, text } = await send(next);
        if (status < 400) counts.fine += 1;
        else {
          counts.refused += 1;
          const code = codeOf(service.name, headers, text);
          const isNotPlayed = code === 'NotImplementedException' && notPlayed.has(next.operation);
          if (!isNotPlayed && (status >= 500 || !modelled[service.name]?.has(code)))
            strange.add(`${next.operation} ${status} ${code}: ${text.slice(0, 150)} <- ${next.body.slice(0, 200)}`);
        }
      }
    }
    await Promise.all(Array.from({ length: 16 }, worker));
    expect([...strange].slice(0, 20)).toEqual([]);
    expect(log).toEqual([]);
    expect(counts.fine + counts.refused).toBe(runs);
    // Requests that are all refused at the door would prove little.
    expect(counts.fine).toBeGreaterThan(runs / 100);
  },
  300_000,
);
