import { CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { signedHeaders } from '../../testing/signed-headers';

const namespace = 'https://route53.amazonaws.com/doc/2013-04-01/';
let sandbox: TestSandbox;
let path: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { HostedZone } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: 'x.org', CallerReference: 'xml' }),
  );
  path = `/2013-04-01${HostedZone?.Id}/rrset/`;
});
afterAll(() => sandbox.stop());

/** Sends bytes as they are; answers status, code and message. */
async function post(body: string | Uint8Array<ArrayBuffer>, to = path) {
  const response = await fetch(`${sandbox.url}${to}`, {
    method: 'POST',
    headers: signedHeaders('route53'),
    body,
  });
  const text = await response.text();
  const [, code = ''] = /<Code>(.*?)<\/Code>/.exec(text) ?? [];
  const [, message = ''] = /<Message>(.*?)<\/Message>/s.exec(text) ?? [];
  return [response.status, code, message.replaceAll('&lt;', '<').replaceAll('&amp;', '&')];
}

const request = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ChangeResourceRecordSetsRequest xmlns="${namespace}">${content}</ChangeResourceRecordSetsRequest>`;
const change = (set: string, action = 'UPSERT') =>
  request(
    `<ChangeBatch><Changes><Change><Action>${action}</Action><ResourceRecordSet>${set}</ResourceRecordSet></Change></Changes></ChangeBatch>`,
  );
const records = '<ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords>';
const set = (more: string) => `<Name>a.x.org</Name><Type>A</Type>${more}`;
const whole = set(`<TTL>60</TTL>${records}`);

test.each([
  ['in the order of the model', change(whole)],
  ['in another order', change(`${records}<TTL>60</TTL><Type>A</Type><Name>a.x.org</Name>`)],
  [
    'spread over lines, with comments',
    `\uFEFF${change(whole.replaceAll('><', '>\n  <!-- here -->\n  <'))}\n<!-- end -->\n`,
  ],
  [
    'with prefixes',
    change(whole)
      .replace(' xmlns=', ' xmlns:r=')
      .replace(/<(\/?)([A-Z])/g, '<$1r:$2'),
  ],
  [
    'with references and CDATA',
    change(whole.replace('a.x.org', '&#97;.<![CDATA[x]]>&#x2E;org').replace('60', ' 60\n')),
  ],
])('takes a change %s', async (_case, body) => {
  expect(await post(body)).toEqual([200, '', '']);
});

test.each([
  ['nothing but a word', 'x'],
  ['cut', change(whole).slice(0, -20)],
  ['without its end', change(whole).replace('</Name>', '')],
  ['crossed tags', change(whole).replace('</Name><Type>', '<Type></Name>')],
  ['two roots', change(whole) + change(whole).replace(/^.*\n/, '')],
  ['text after the root', `${change(whole)}x`],
  ['a DOCTYPE', change(whole).replace('\n', '\n<!DOCTYPE x [<!ENTITY e "a">]>')],
  ['a file for an entity', change(whole).replace('\n', '\n<!DOCTYPE x SYSTEM "file:///etc/passwd">')],
  ['an entity of nobody', change(whole.replace('a.x.org', '&e;.x.org'))],
  ['a bare ampersand', change(whole.replace('a.x.org', 'a&b.x.org'))],
  ['a control character', change(whole.replace('a.x.org', '\u0001.x.org'))],
  ['a reference to a control character', change(whole.replace('a.x.org', '&#1;.x.org'))],
  ['a prefix of nothing', change(whole).replace('<Name>', '<r:Name>').replace('</Name>', '</r:Name>')],
  ['an attribute twice', change(whole).replace('<Name>', '<Name a="1" a="2">')],
  ['bytes that are no UTF-8', new Uint8Array([...Buffer.from('<a>'), 0xff, ...Buffer.from('</a>')])],
])('what is no XML is not told from other that is none: %s', async (_case, body) => {
  expect(await post(body)).toEqual([400, 'MalformedInput', 'Could not parse XML']);
});

test('another root says which was expected', async () => {
  const body = `<ChangeBatch xmlns="${namespace}"><Changes/></ChangeBatch>`;
  const message = 'ChangeBatch is not valid, expected ChangeResourceRecordSetsRequest';
  expect(await post(body)).toEqual([400, 'MalformedInput', message]);
  expect(await post('<Name>x.org</Name>', '/2013-04-01/hostedzone')).toEqual([
    400,
    'MalformedInput',
    'Name is not valid, expected CreateHostedZoneRequest',
  ]);
});

const alias = '<AliasTarget><HostedZoneId>Z1</HostedZoneId><DNSName>b.x.org</DNSName></AliasTarget>';
const of = (...names: string[]) => `'{${names.map((name) => `"${namespace}":${name}`).join(', ')}}'`;

test.each([
  [
    'no namespace',
    change(whole).replace(/ xmlns="[^"]*"/, ''),
    "cvc-elt.1: Cannot find the declaration of element 'ChangeResourceRecordSetsRequest'.",
  ],
  [
    'an older namespace',
    change(whole).replace('2013-04-01', '2012-12-12'),
    "cvc-elt.1: Cannot find the declaration of element 'ChangeResourceRecordSetsRequest'.",
  ],
  [
    'a member of the path',
    request('<HostedZoneId>Z1</HostedZoneId>'),
    `cvc-complex-type.2.4.a: Invalid content was found starting with element 'HostedZoneId'. One of ${of('ChangeBatch')} is expected.`,
  ],
  [
    'an element that is none',
    request('<ChangeBatch><Remark>x</Remark></ChangeBatch>'),
    `cvc-complex-type.2.4.a: Invalid content was found starting with element 'Remark'. One of ${of('Changes', 'Comment')} is expected.`,
  ],
  [
    'an element twice',
    request('<ChangeBatch><Comment/><Comment/></ChangeBatch>'),
    `cvc-complex-type.2.4.a: Invalid content was found starting with element 'Comment'. One of ${of('Changes')} is expected.`,
  ],
  [
    'one more than there are',
    request(
      '<ChangeBatch><Comment/><Changes><Change><Action>CREATE</Action><ResourceRecordSet><Name/><Type>A</Type></ResourceRecordSet></Change></Changes><More/></ChangeBatch>',
    ),
    "cvc-complex-type.2.4.d: Invalid content was found starting with element 'More'. No child element is expected at this point.",
  ],
  [
    'a stranger in a list',
    request('<ChangeBatch><Changes><member/></Changes></ChangeBatch>'),
    `cvc-complex-type.2.4.a: Invalid content was found starting with element 'member'. One of ${of('Change')} is expected.`,
  ],
  [
    'an element of another namespace',
    change(whole.replace('<TTL>', '<TTL xmlns="urn:x">')),
    `cvc-complex-type.2.4.a: Invalid content was found starting with element 'TTL'.`,
  ],
  [
    'no batch',
    request(''),
    `cvc-complex-type.2.4.b: The content of element 'ChangeResourceRecordSetsRequest' is not complete. One of ${of('ChangeBatch')} is expected.`,
  ],
  [
    'no changes',
    request('<ChangeBatch><Changes/></ChangeBatch>'),
    `cvc-complex-type.2.4.b: The content of element 'Changes' is not complete. One of ${of('Change')} is expected.`,
  ],
  [
    'no records in their list',
    change(set('<TTL>60</TTL><ResourceRecords/>')),
    `cvc-complex-type.2.4.b: The content of element 'ResourceRecords' is not complete. One of ${of('ResourceRecord')} is expected.`,
  ],
  [
    'half an alias',
    change(set(alias)),
    `cvc-complex-type.2.4.b: The content of element 'AliasTarget' is not complete. One of ${of('EvaluateTargetHealth')} is expected.`,
  ],
  [
    'text among elements',
    request('text'),
    "cvc-complex-type.2.3: Element 'ChangeResourceRecordSetsRequest' cannot have character [children], because the type's content type is element-only.",
  ],
  [
    'elements where text is',
    change(whole.replace('60', '<b/>')),
    "cvc-type.3.1.2: Element 'TTL' is a simple type, so it must have no element information item [children].",
  ],
  [
    'an attribute',
    change(whole.replace('<TTL>', '<TTL unit="s">')),
    "cvc-type.3.1.1: Element 'TTL' is a simple type, so it cannot have attributes.",
  ],
  [
    'an attribute of a structure',
    request('<ChangeBatch id="1"/>'),
    "cvc-complex-type.3.2.2: Attribute 'id' is not allowed to appear in element 'ChangeBatch'.",
  ],
  [
    'a word for a number',
    change(whole.replace('60', 'soon')),
    "cvc-datatype-valid.1.2.1: 'soon' is not a valid value for 'integer'.",
  ],
  [
    'a fraction',
    change(whole.replace('60', '1.5')),
    "cvc-datatype-valid.1.2.1: '1.5' is not a valid value for 'integer'.",
  ],
  [
    'no truth',
    change(set(alias.replace('</Alias', '<EvaluateTargetHealth>yes</EvaluateTargetHealth></Alias'))),
    "cvc-datatype-valid.1.2.1: 'yes' is not a valid value for 'boolean'.",
  ],
  [
    'a TTL below 0',
    change(whole.replace('60', '-1')),
    "cvc-minInclusive-valid: Value '-1' is not facet-valid with respect to minInclusive '0' for type 'TTL'.",
  ],
  [
    'a TTL too long',
    change(whole.replace('60', '2147483648')),
    "cvc-maxInclusive-valid: Value '2147483648' is not facet-valid with respect to maxInclusive '2147483647' for type 'TTL'.",
  ],
  [
    'a weight of 256',
    change(whole.replace('<TTL>', '<Weight>256</Weight><TTL>')),
    "cvc-maxInclusive-valid: Value '256' is not facet-valid with respect to maxInclusive '255' for type 'ResourceRecordSetWeight'.",
  ],
  [
    'no identifier',
    change(whole.replace('<TTL>', '<SetIdentifier/><TTL>')),
    "cvc-minLength-valid: Value '' with length = '0' is not facet-valid with respect to minLength '1' for type 'ResourceRecordSetIdentifier'.",
  ],
  [
    'a long comment',
    request(`<ChangeBatch><Comment>${'c'.repeat(257)}</Comment></ChangeBatch>`),
    `cvc-maxLength-valid: Value '${'c'.repeat(257)}' with length = '257' is not facet-valid with respect to maxLength '256' for type 'ResourceDescription'.`,
  ],
  [
    'an action that is none',
    change(whole, 'UPDATE'),
    "cvc-enumeration-valid: Value 'UPDATE' is not facet-valid with respect to enumeration '[CREATE, DELETE, UPSERT]'. It must be a value from the enumeration.",
  ],
  [
    'a failover that is none',
    change(whole.replace('<TTL>', '<Failover>THIRD</Failover><TTL>')),
    "cvc-enumeration-valid: Value 'THIRD' is not facet-valid with respect to enumeration '[PRIMARY, SECONDARY]'. It must be a value from the enumeration.",
  ],
  [
    'a latitude that is none',
    change(
      whole.replace(
        '<TTL>',
        '<GeoProximityLocation><Coordinates><Latitude>40.712</Latitude></Coordinates></GeoProximityLocation><TTL>',
      ),
    ),
    "cvc-pattern-valid: Value '40.712' is not facet-valid with respect to pattern '[-+]?[0-9]{1,2}(\\.[0-9]{0,2})?' for type 'Latitude'.",
  ],
])('what the XML schema refuses is told as Xerces tells it: %s', async (_case, body, message) => {
  const [status, code, told] = await post(body);
  expect([status, code]).toEqual([400, 'InvalidInput']);
  expect(told).toContain(`Invalid XML ; ${message}`);
});

test('every document is checked, not that of record sets only', async () => {
  const zone = (content: string) =>
    post(
      `<CreateHostedZoneRequest xmlns="${namespace}">${content}</CreateHostedZoneRequest>`,
      '/2013-04-01/hostedzone',
    );
  expect((await zone('<Name>x.org</Name>'))[2]).toContain(
    `The content of element 'CreateHostedZoneRequest' is not complete. One of ${of('CallerReference', 'VPC', 'HostedZoneConfig', 'DelegationSetId')} is expected.`,
  );
  expect((await zone('<Name>x.org</Name><CallerReference/>'))[2]).toContain("minLength '1' for type 'Nonce'");
});

test.each([
  ['a million letters of an instruction', `<?${'a'.repeat(1_000_000)}`],
  ['nested beyond all reason', '<a>'.repeat(50_000)],
  [
    'namespaces beyond all reason',
    `<a ${Array.from({ length: 50_000 }, (_, index) => `xmlns:p${index}=""`).join(' ')}>${'<b>'.repeat(1000)}`,
  ],
])('hostile documents, which could keep the sandbox busy for hours, are refused: %s', async (_, body) => {
  expect(await post(body)).toEqual([400, 'MalformedInput', 'Could not parse XML']);
});
