import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listOperations } from './operations';

const root = path.resolve(import.meta.dirname, '../../..');
const sources = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, 'lib', file), 'utf8') }));

const services: Record<string, string> = {
  'api-gateway': 'apigateway',
  'route-53': 'route53',
  acm: 'acm',
  lambda: 'lambda',
  sts: 'sts',
};

/** `acm:ListCertificates` of every command that a file imports from the SDK. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*'@aws-sdk\/client-([\w-]+)'/g)].flatMap(
    ([, names = '', client = '']) =>
      [...names.matchAll(/\b(\w+)Command\b/g)].map(([, operation]) => `${services[client] ?? client}:${operation}`),
  );
}

const inTable = listOperations().map(({ service, operation }) => `${service}:${operation}`);
/** AWS answers it without any permission. */
const free = ['sts:GetCallerIdentity'];

it('names every operation that lib/aws calls, and no other', () => {
  const calls = sources.filter(({ file }) => file.startsWith('aws/') && !file.startsWith('aws/preflight/'));
  const called = new Set(calls.flatMap(({ text }) => commandsIn(text)));
  expect(called.size).toBeGreaterThan(60);
  expect([...called].sort()).toEqual([...inTable, ...free].sort());
});

it('the preflight calls nothing else', () => {
  const tried = sources.filter(({ file }) => file.startsWith('aws/preflight/')).flatMap(({ text }) => commandsIn(text));
  expect(tried.filter((call) => !inTable.includes(call))).toEqual([]);
});

it('nothing outside of lib/aws calls the SDK', () => {
  const outside = sources.filter(({ file, text }) => !file.startsWith('aws/') && /from '@aws-sdk\//.test(text));
  expect(outside.map(({ file }) => file)).toEqual([]);
});
