import fc from 'fast-check';

export const contentTypes = ['application/json', 'text/plain', 'application/vnd.shop+json', 'application/xml'] as const;
export const modelNames = ['Customer', 'Order', 'Orders', 'Problem'] as const;
export const stageVariables = ['backend', 'tier', 'vpcLink'] as const;
export const statuses = ['200', '201', '404', '500'] as const;

/** A record with some of the keys. */
export function someOf<Value>(
  keys: readonly string[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> {
  return fc
    .subarray([...keys])
    .chain((chosen) => fc.tuple(...chosen.map((key) => fc.tuple(fc.constant(key), value))))
    .map((entries) => Object.fromEntries(entries));
}

export const template = fc.constantFrom(
  '',
  '{}',
  '{"statusCode": 200}',
  '#set($x = $input.path("$"))\n$x',
  "it's ~1 and /",
);

export const templates = someOf(contentTypes, template);

export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2, nil: null });

const constant = fc.constantFrom("'a'", "'application/json'", "''", "'method.request.path.id'", "'~/ %'");

/** What every mapping may read. */
export const anywhere = fc.oneof(
  constant,
  fc.constantFrom(
    'context.domainName',
    'context.requestId',
    'context.identity.sourceIp',
    'context.authorizer.claims.sub',
  ),
  fc.constantFrom(...stageVariables).map((name) => `stageVariables.${name}`),
);

export const role = fc.constantFrom('arn:aws:iam::123456789012:role/gateway', 'arn:aws:iam::123456789012:role/other');
