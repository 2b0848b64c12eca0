import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dataPolicy, pagePolicy } from './security-headers';
import { securityText } from './security-text';

const page = pagePolicy({ nonce: 'bm9uY2U=', dev: false, https: true });
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.split(' ')[0] === name)
    ?.split(' ')
    .slice(1);

it('allows scripts by the nonce only', () => {
  expect(directive(page, 'script-src')).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"]);
  expect(directive(page, 'script-src-attr')).toEqual(["'none'"]);
  expect(page).not.toContain('unsafe-eval');
  expect(page.match(/[\w-]+ 'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
  for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect(directive(page, name)).toEqual(["'none'"]);
  expect(page).toContain('upgrade-insecure-requests');
  expect(pagePolicy({ nonce: 'x', dev: false, https: false })).not.toContain('upgrade-insecure-requests');
  expect(directive(dataPolicy, 'default-src')).toEqual(["'none'"]);
});

it('knows the style sheet that the installed toasts bring', () => {
  const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8');
  const [, css = '""'] = /^__insertCSS\((".*")\)/m.exec(source) ?? [];
  const hash = createHash('sha256').update(JSON.parse(css)).digest('base64');
  expect(directive(page, 'style-src-elem')).toContain(`'sha256-${hash}'`);
});

it('names a contact until a day less than a year away', () => {
  const now = new Date('2026-12-01T10:00:00Z');
  expect(securityText({ contact: 'mailto:sec@example.com', publicUrl: 'https://gate.example.com', now })).toBe(
    [
      'Contact: mailto:sec@example.com',
      'Expires: 2027-05-30T00:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://gate.example.com/.well-known/security.txt\n',
    ].join('\n'),
  );
  expect(securityText({ contact: 'mailto:a@b.c', publicUrl: 'http://localhost:3000', now })).not.toContain('Canonical');
});
