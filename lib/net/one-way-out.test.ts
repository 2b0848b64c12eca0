import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * Who opens connections, and why that is safe: the list in docs/security.md. Whoever else needs one calls `guardedFetch`, or
 * is a line here once somebody has thought about where it may lead. (The AWS SDK and next-auth open their own: to AWS or the
 * operator's endpoint, and to the operator's identity provider.)
 */
const allowed: Record<string, string> = {
  'lib/net/guarded-fetch.ts': 'judges each address',
  'lib/dns/resolver.ts': "asks the operator's resolvers",
  'lib/dns/authority/exchange.ts': 'create-authority judges each address but those of the resolvers',
  'lib/dns/authority/create-authority.ts': "reads the system's resolvers only",
  'lib/dns/connect-tls.ts': 'judges each address',
  'lib/dns/send-request.ts': "writes to connect-tls's socket",
  'lib/dns/network.ts': 'reads certificates only',
  'lib/certificates/import/import-certificate.ts': 'reads certificates only',
  'lib/auth/oidc/discover.ts': "the operator's identity provider",
  'lib/sandbox-panel/call-sandbox.ts': "the sandbox's port on 127.0.0.1",
  'lib/db/open-postgres.ts': "the operator's database",
  'lib/mail/send-mail.ts': "the operator's mail server",
};

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts'].flatMap((entry) =>
  entry.endsWith('.ts')
    ? [entry]
    : readdirSync(path.join(root, entry), { recursive: true, encoding: 'utf8' }).map((file) => `${entry}/${file}`),
);
const code = sources.filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|\/test-db\.ts$|\.d\.ts$/.test(file),
);

const modules =
  /\bfrom '(?:node:)?(https?|http2|net|tls|dgram|dns(?:\/promises)?|undici|pg|nodemailer|ws|axios|got|node-fetch|@smithy\/node-http-handler)'/;

/** Why a file can open a connection on the server; null when it can't. */
function wayOut(text: string): string | null {
  const importing = text
    .split(/^import /m)
    .map((statement) => statement.replace(/;[\s\S]*$/, ';'))
    .filter((statement) => !statement.startsWith('type ') && !/^\{ (type [\w ]+,? ?)+\} from/.test(statement))
    // A pure function.
    .find((statement) => modules.test(statement) && !/^\{ isIP \} from 'node:net'/.test(statement));
  if (importing) return importing.split('\n')[0] ?? '';
  const dynamic = /import\(\s*'(?:node:)?(?:https?|http2|net|tls|dgram|dns|undici|pg)\b/.exec(text);
  if (dynamic) return dynamic[0];
  // In the browser, to this server: the path begins with one slash.
  const calls = text.match(
    /(?<![\w.'])(?:globalThis\.)?fetch\((?!['"`]\/(?!\/))|new (?:WebSocket|EventSource)\(|sendBeacon\(/g,
  );
  return calls?.[0] ?? null;
}

it('knows every file that opens connections', () => {
  const found = code.filter((file) => wayOut(readFileSync(path.join(root, file), 'utf8')) !== null);
  expect(found.sort()).toEqual(Object.keys(allowed).sort());
});

it.each([
  ["import { request } from 'node:http';", true],
  ["import https from 'https';", true],
  ["import {\n  Agent,\n} from 'undici';", true],
  ["import { isIP, connect } from 'node:net';", true],
  ["import { isIP } from 'node:net';", false],
  ["import type { IncomingMessage } from 'node:http';", false],
  ["import { type IncomingMessage } from 'node:http';", false],
  ["const { request } = await import('node:https');", true],
  ['await fetch(url)', true],
  ['await fetch(`https://' + '$' + '{host}/`)', true],
  ["await fetch('//evil.example')", true],
  ['await fetch(`/api/search?q=' + '$' + '{q}`)', false],
  ['prefetch(url); router.refetch(); guardedFetch(url)', false],
])('%j: %s', (text, opens) => {
  expect(wayOut(text) !== null).toBe(opens);
});
