import { readFile } from 'node:fs/promises';
import type { WireAnswer, WireRequest } from '../protocol/wire';

/** The page's files by path; read at each request, there is one reader. */
const files: Record<string, { name: string; type: string }> = {
  '/_sandbox': { name: 'index.html', type: 'text/html' },
  '/_sandbox/': { name: 'index.html', type: 'text/html' },
  '/_sandbox/page.css': { name: 'page.css', type: 'text/css' },
  '/_sandbox/page.js': { name: 'page.js', type: 'text/javascript' },
};

/** Answers for the page at `/_sandbox` and its two files; undefined for everything else. */
export async function answerPage({ method, path }: WireRequest): Promise<WireAnswer | undefined> {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (!file || method !== 'GET') return undefined;
  return {
    status: 200,
    headers: {
      'Content-Type': `${file.type}; charset=utf-8`,
      'Content-Security-Policy': "default-src 'self'; img-src data:; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: await readFile(new URL(`page/${file.name}`, import.meta.url), 'utf8'),
  };
}
