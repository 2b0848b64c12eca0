import type { StoredObject } from '../model';
import type { State } from '../state';

export const docsBucket = 'gatehouse-docs';

const html = (title: string, content: string): StoredObject => ({
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="style.css"></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>
`,
});

const pages: Record<string, StoredObject> = {
  'index.html': html(
    'Services behind the gateway',
    '<p>Each tenant reaches the same services under its own name.</p><ul><li><a href="service1.html">service1</a></li><li><a href="service2.html">service2</a></li></ul>',
  ),
  'service1.html': html(
    'service1',
    '<p>A micro-service. It answers in JSON and shows the request that it received.</p>',
  ),
  'service2.html': html(
    'service2',
    '<p>A web application. It answers with a page that shows the request that it received.</p>',
  ),
  'style.css': {
    contentType: 'text/css; charset=utf-8',
    body: 'body { font: 16px/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem }\n',
  },
};

/** The static pages of the documentation bucket. */
export async function putDocs(state: State): Promise<void> {
  await state.write((tx) => {
    for (const [key, page] of Object.entries(pages)) tx.put('objects', `${docsBucket}/${key}`, page);
  });
}
