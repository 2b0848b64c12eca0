import type { StoredObject } from '../model';

/** The static documentation in the bucket `gatehouse-docs`, by key. No page is served for a folder: S3 has none. */
export const demoPages: Record<string, StoredObject> = {
  'index.html': page(
    'Documentation',
    `<p>These pages lie in an S3 bucket. The gateway serves them under <code>/docs</code> through an integration of
type AWS, without any server in between.</p>
<ul>
<li><a href="getting-started.html">Getting started</a></li>
</ul>`,
  ),
  'getting-started.html': page(
    'Getting started',
    `<p>This is what stands behind this gateway:</p>
<table>
<thead><tr><th>Path</th><th>What answers</th></tr></thead>
<tbody>
<tr><td><code>/service1</code></td><td>The orders micro-service, as JSON</td></tr>
<tr><td><code>/service2</code></td><td>The storefront, a web application</td></tr>
<tr><td><code>/orders</code></td><td>A Lambda function; what is posted is checked first</td></tr>
<tr><td><code>/fulfilment</code></td><td>Starts a Step Functions state machine, by POST</td></tr>
<tr><td><code>/inventory</code></td><td>A service in a private network, through a VPC link</td></tr>
<tr><td><code>/account</code></td><td>For callers with a token: <code>Authorization: Bearer demo</code></td></tr>
<tr><td><code>/health</code></td><td>The gateway itself</td></tr>
<tr><td><code>/docs/index.html</code></td><td>These pages</td></tr>
</tbody>
</table>
<p>The services show the request as it reached them, so that you can see what the gateway added and left out.</p>
<p><a href="index.html">All pages</a></p>`,
  ),
  'style.css': {
    contentType: 'text/css; charset=utf-8',
    body: `:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 16px/1.6 system-ui, sans-serif; }
h1 { letter-spacing: -0.02em; }
table { border-collapse: collapse; }
th, td { padding: 0.4rem 1rem 0.4rem 0; text-align: left; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
`,
  },
};

function page(title: string, content: string): StoredObject {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`;
  return { contentType: 'text/html; charset=utf-8', body };
}
