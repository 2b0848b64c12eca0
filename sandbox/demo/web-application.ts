import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeHtml } from './escape-html';
import { type ReceivedRequest, readRequest } from './received-request';

/** The demo web application, a stand-in for a load balancer in front of servers: a page that shows what it received. */
export async function webApplication(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = renderPage(await readRequest(request));
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
    'Cache-Control': 'no-store',
    Server: 'storefront/1.0',
  });
  response.end(page);
}

function renderPage(received: ReceivedRequest): string {
  const { method, path, query, headers, body, bodyBytes } = received;
  const bodyRow = bodyBytes === 0 ? '' : section(`Body, ${bodyBytes} bytes`, row('', body));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Storefront</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="eyebrow">Storefront, the demo web application</p>
<h1><code>${escapeHtml(method)}</code> ${escapeHtml(path)}</h1>
<p>This is the request as it arrived here, behind the gateway.</p>
${section('Query', rows(query))}
${section('Headers', rows(headers))}
${bodyRow}
</main>
</body>
</html>
`;
}

function section(title: string, content: string): string {
  const table = content === '' ? '<p class="none">None.</p>' : `<table><tbody>${content}</tbody></table>`;
  return `<section><h2>${escapeHtml(title)}</h2>${table}</section>`;
}

function rows(pairs: Record<string, string | string[]>): string {
  return Object.entries(pairs)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => row(name, each)))
    .join('');
}

function row(name: string, value: string): string {
  const head = name === '' ? '' : `<th scope="row">${escapeHtml(name)}</th>`;
  return `<tr>${head}<td><code>${escapeHtml(value)}</code></td></tr>`;
}

const style = `
:root { color-scheme: light dark; --line: #e4e4e7; --muted: #71717a; --card: #fff; --page: #fafafa; --ink: #18181b; }
@media (prefers-color-scheme: dark) { :root { --line: #27272a; --muted: #a1a1aa; --card: #18181b; --page: #09090b; --ink: #fafafa; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 3rem 1.25rem; }
.eyebrow, .none { color: var(--muted); }
h1 { font-size: 1.6rem; letter-spacing: -.02em; overflow-wrap: anywhere; margin: .25rem 0; }
h1 code { font-size: .7em; padding: .2em .5em; border: 1px solid var(--line); border-radius: .4em; vertical-align: middle; }
h2 { font-size: .95rem; margin: 2rem 0 .5rem; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
tr:first-child > * { border-top: 0; }
th { width: 14rem; font-weight: 500; color: var(--muted); }
td code { font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; }
`;
