import { describe, expect, it } from 'vitest';
import type { IntegrationResponse, IntegrationType } from '../model';
import { checkGatewayResponse, checkMappings } from './check-mappings';
import { declarationsFor, withDeclarations } from './declarations-for';
import { requestHeaderRule, responseHeaderRule } from './header-rules';
import { sampleMethod } from './testing/sample-method';

const plain: IntegrationResponse = { selectionPattern: null, contentHandling: null, parameters: {}, templates: {} };
const codes = (...args: Parameters<typeof checkMappings>) =>
  checkMappings(...args).map(({ severity, code, part }) => `${severity} ${code} ${part}`);

describe('checkMappings on the request side', () => {
  const mapped = (key: string, value: string, type: IntegrationType = 'HTTP_PROXY') =>
    withDeclarations(sampleMethod({ type, requestParameters: { [`integration.request.${key}`]: value } }));

  it.each<[string, string, IntegrationType, string[]]>([
    ['header.X-Tenant', 'context.domainPrefix', 'HTTP_PROXY', []],
    ['header.X-Tenant', 'context.domainprefix', 'HTTP_PROXY', ['error invalid-value value']],
    ['headers.X-Tenant', "'a'", 'HTTP_PROXY', ['error invalid-target target']],
    ['header.X-P', "'method.request.path.proxy'", 'HTTP', ['warning quoted-expression value']],
    ['header.Content-Length', "'1'", 'HTTP', ['error forbidden-header target']],
    ['header.Authorization', "'1'", 'HTTP', []],
    ['header.Authorization', "'1'", 'AWS', ['error forbidden-header target']],
    ['header.Connection', "'close'", 'HTTP', ['warning header-rule target']],
    ['header.Host', "'inner'", 'HTTP', ['hint header-rule target']],
    ['header.X-A', "'1'", 'AWS_PROXY', ['hint ignored target']],
    ['querystring.a', "'1'", 'MOCK', ['hint ignored target']],
    ['path.id', "'1'", 'HTTP', ['warning unused-variable target']],
  ])('%s <- %s (%s): %j', (key, value, type, expected) => {
    expect(codes(mapped(key, value, type), '/')).toEqual(expected);
  });

  it('wants client parameters declared, path variables in the path, and names in one place only', () => {
    const requestParameters = { 'integration.request.header.A': 'method.request.header.A' };
    expect(codes(sampleMethod({ requestParameters }), '/')).toEqual(['error undeclared value']);
    expect(codes(withDeclarations(sampleMethod({ requestParameters })), '/')).toEqual([]);
    const declared = { 'method.request.path.id': true, 'method.request.querystring.id': false };
    expect(codes(sampleMethod({}, { requestParameters: declared }), '/{id}')).toEqual(['error duplicate-name target']);
    expect(codes(sampleMethod({}, { requestParameters: { 'method.request.path.id': true } }), '/{other}')).toEqual([
      'error unknown-path-variable target',
    ]);
  });

  it('warns of a variable of the URI that nothing fills, stage variables excepted', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
    const uri = 'http://${stageVariables.host}/{a}/{proxy+}';
    const filled = { 'integration.request.path.a': "'x'", 'integration.request.path.proxy': "'y'" };
    expect(codes(sampleMethod({ uri }), '/')).toEqual([
      'warning unmapped-variable target',
      'warning unmapped-variable target',
    ]);
    expect(codes(sampleMethod({ uri, requestParameters: filled }), '/')).toEqual([]);
  });

  it('says where in the text it is', () => {
    const [finding] = checkMappings(mapped('header.X', 'context.requestid'), '/');
    expect(finding).toMatchObject({ key: 'integration.request.header.X', at: 8, length: 9, part: 'value' });
  });
});

describe('checkMappings on the response side', () => {
  const answered = (
    type: IntegrationType,
    parameters: Record<string, string>,
    declared: Record<string, boolean> | null,
  ) =>
    sampleMethod(
      { type, responses: { '200': { ...plain, parameters } } },
      { responses: declared ? { '200': { parameters: declared, models: {} } } : {} },
    );
  const location = 'method.response.header.Location';

  it.each<[IntegrationType, Record<string, string>, Record<string, boolean> | null, string[]]>([
    ['HTTP', { [location]: 'integration.response.header.Location' }, { [location]: false }, []],
    ['HTTP', { [location]: "'/'" }, {}, ['error undeclared target']],
    ['HTTP', { [location]: 'method.request.header.X' }, { [location]: false }, ['error invalid-value value']],
    ['HTTP', {}, null, ['error no-method-response target']],
    ['HTTP_PROXY', {}, {}, ['hint ignored target']],
    [
      'HTTP',
      { 'method.response.header.Server': "'x'" },
      { 'method.response.header.Server': false },
      ['warning header-rule target'],
    ],
  ])('%s %j declared %j: %j', (type, parameters, declared, expected) => {
    expect(codes(answered(type, parameters, declared), '/')).toEqual(expected);
  });

  it('checks gateway responses, too', () => {
    const parameters = { 'gatewayresponse.header.X': 'context.error.message', 'method.response.header.Y': 'y' };
    const found = checkGatewayResponse({ status: null, templates: {}, parameters });
    expect(found.map(({ code }) => code)).toEqual(['invalid-target', 'invalid-value']);
  });
});

describe('header rules', () => {
  it.each<[string, IntegrationType, string | undefined]>([
    ['Content-Length', 'HTTP', 'forbidden'],
    ['TRANSFER-ENCODING', 'AWS_PROXY', 'forbidden'],
    ['TE', 'AWS', 'forbidden'],
    ['TE', 'HTTP', 'dropped'],
    ['X-Any', 'AWS_PROXY', 'dropped'],
    ['Accept', 'HTTP', 'reserved'],
    ['Accept', 'HTTP_PROXY', undefined],
    ['X-Forwarded-For', 'HTTP_PROXY', 'reserved'],
    ['constructor', 'HTTP', undefined],
  ])('request %s of %s: %s', (name, type, fate) => expect(requestHeaderRule(name, type)?.fate).toBe(fate));

  it.each<[string, IntegrationType, string | undefined]>([
    ['Date', 'HTTP', 'remapped'],
    ['x-amzn-RequestId', 'HTTP', 'overwritten'],
    ['Transfer-Encoding', 'MOCK', 'dropped'],
    ['X-Any', 'HTTP_PROXY', 'dropped'],
    ['Location', 'HTTP', undefined],
  ])('response %s of %s: %s', (name, type, fate) => expect(responseHeaderRule(name, type)?.fate).toBe(fate));
});

describe('declarationsFor', () => {
  it('names each client parameter once, sorted, whatever else is there', () => {
    expect(
      declarationsFor({
        a: 'method.request.multivaluequerystring.tag',
        b: 'method.request.querystring.tag',
        c: 'method.request.header.X',
        d: 'method.request.path.id',
        e: 'context.stage',
        f: "'method.request.header.Quoted'",
        g: 'nonsense',
      }),
    ).toEqual(['method.request.header.X', 'method.request.path.id', 'method.request.querystring.tag']);
  });
});
