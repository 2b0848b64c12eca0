import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandInput,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let counter = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

async function zoneWith(names: string[], types: ('A' | 'TXT')[]): Promise<string> {
  counter += 1;
  const { HostedZone } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: 'p.org', CallerReference: `${counter}` }),
  );
  const values = { A: '192.0.2.1', TXT: '"text"' };
  const Changes = names.flatMap((name) =>
    types.map((Type) => ({
      Action: 'CREATE' as const,
      ResourceRecordSet: { Name: `${name}.p.org`, Type, TTL: 60, ResourceRecords: [{ Value: values[Type] }] },
    })),
  );
  const id = HostedZone?.Id ?? '';
  await sandbox.route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch: { Changes } }));
  return id;
}

const list = (input: ListResourceRecordSetsCommandInput) =>
  sandbox.route53.send(new ListResourceRecordSetsCommand(input));
const label = ({ Name, Type }: ResourceRecordSet) => `${Name} ${Type}`;

/** AWS's rule in other words than the code's: compare the reversed names with their trailing dot, byte by byte, then types. */
function byAwsOrder(a: ResourceRecordSet, b: ResourceRecordSet): number {
  const reversed = ({ Name = '' }: ResourceRecordSet) =>
    Buffer.from(`${Name.slice(0, -1).split('.').toReversed().join('.')}.`);
  return Buffer.compare(reversed(a), reversed(b)) || ((a.Type ?? '') < (b.Type ?? '') ? -1 : 1);
}

const part = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '-', '_', '*'), minLength: 1, maxLength: 3 });
const recordNames = fc.uniqueArray(
  fc.array(part, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.')),
  { minLength: 1, maxLength: 20 },
);

test('lists in AWS order, and pages of any size put together are the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(recordNames, fc.integer({ min: 1, max: 7 }), async (names, size) => {
      const HostedZoneId = await zoneWith(names, ['A', 'TXT']);
      const { ResourceRecordSets: all = [] } = await list({ HostedZoneId });
      expect(all).toHaveLength(2 + 2 * names.length);
      expect(all.map(label)).toEqual(all.toSorted(byAwsOrder).map(label));

      const paged: ResourceRecordSet[] = [];
      let start: Partial<ListResourceRecordSetsCommandInput> = {};
      for (let more = true; more; ) {
        const page = await list({ HostedZoneId, MaxItems: size, ...start });
        expect(page.MaxItems).toBe(size);
        paged.push(...(page.ResourceRecordSets ?? []));
        more = page.IsTruncated === true;
        start = { StartRecordName: page.NextRecordName, StartRecordType: page.NextRecordType };
      }
      expect(paged).toEqual(all);
    }),
    { numRuns: 15 },
  );
});

test('starts at a name even if there is no such record', async () => {
  const HostedZoneId = await zoneWith(['a', 'c', 'e'], ['A']);
  const { ResourceRecordSets } = await list({ HostedZoneId, StartRecordName: 'b.p.org' });
  expect(ResourceRecordSets?.map(label)).toEqual(['c.p.org. A', 'e.p.org. A']);
});

test('set identifiers page too', async () => {
  const HostedZoneId = await zoneWith(['a'], ['TXT']);
  const weighted = (SetIdentifier: string) => ({
    Action: 'CREATE' as const,
    ResourceRecordSet: {
      Name: 'w.p.org',
      Type: 'A' as const,
      TTL: 60,
      Weight: 1,
      SetIdentifier,
      ResourceRecords: [{ Value: '192.0.2.1' }],
    },
  });
  await sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes: ['1', '2', '3'].map(weighted) } }),
  );
  const first = await list({ HostedZoneId, StartRecordName: 'w.p.org', MaxItems: 1 });
  expect(first).toMatchObject({ NextRecordName: 'w.p.org.', NextRecordType: 'A', NextRecordIdentifier: '2' });
  const second = await list({
    HostedZoneId,
    StartRecordName: 'w.p.org',
    StartRecordType: 'A',
    StartRecordIdentifier: '2',
  });
  expect(second.ResourceRecordSets?.map((set) => set.SetIdentifier)).toEqual(['2', '3']);
});

test('a type without a name is refused', async () => {
  const HostedZoneId = await zoneWith(['a'], ['A']);
  expect(await refusalOf(list({ HostedZoneId, StartRecordType: 'A' }))).toMatchObject({
    name: 'InvalidInput',
    status: 400,
  });
});
