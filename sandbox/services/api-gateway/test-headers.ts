interface TestInput {
  headers?: Record<string, string> | undefined;
  multiValueHeaders?: Record<string, string[]> | undefined;
}

/** The headers of a test request; of a name in both maps the many values count. */
export function testHeaders({ headers = {}, multiValueHeaders = {} }: TestInput): [string, string][] {
  const many = Object.entries(multiValueHeaders).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return [...Object.entries(headers).filter(([name]) => !Object.hasOwn(multiValueHeaders, name)), ...many];
}
