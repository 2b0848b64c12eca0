import { type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
import type { Page, Request } from '@playwright/test';
import { browserArguments } from '../../scripts/test/browser.mjs';
import { Instance } from '../fixtures/instance';
import { signIn } from '../fixtures/sign-in';
import { expect, test } from '../fixtures/test';
import { TlsProxy } from '../fixtures/tls-proxy';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A request as no browser and no `fetch` would send it: any `Host`, a body in chunks. */
function sendRaw(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: Buffer | string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, headers }, (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    if (body !== undefined) sent.write(body);
    sent.end();
  });
}

/** The request of a real action, to be repeated with other headers. */
async function actionOf(page: Page, url: string): Promise<{ action: Request; headers: Record<string, string> }> {
  await page.goto(`${url}/tenants/customer1`);
  const asked = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await page.getByRole('button', { name: 'Check now: customer1.example.com' }).click();
  const action = await asked;
  const cookies = await page.context().cookies();
  const { 'next-action': id = '', 'content-type': type = '' } = action.headers();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { action, headers: { 'next-action': id, 'content-type': type, cookie, accept: 'text/x-component' } };
}

test('No page runs a script that did not come with it', async ({ console: page, instance }) => {
  const violations: string[] = [];
  page.on('console', (message) => /content security policy/i.test(message.text()) && violations.push(message.text()));
  const nonces = new Set<string>();
  for (const path of ['/sign-in', '/overview', '/tenants', '/routes', '/nowhere']) {
    const answer = await page.goto(instance.url + path);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    const [, nonce = ''] = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy) ?? [];
    expect(nonce, path).toMatch(/^[\w+/]{22}==$/);
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
    nonces.add(nonce);
    const bare = (await answer?.text())?.match(/<script(?![^>]*nonce="[^"]+)[^>]*>/g) ?? [];
    expect(bare, path).toEqual([]);
  }
  expect(nonces.size).toBeGreaterThanOrEqual(4);
  expect(violations).toEqual([]);
  // What an injection would bring: none of it runs.
  await page.goto(`${instance.url}/overview`);
  const ran = await page.evaluate(async () => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const frame = document.createElement('div');
    frame.innerHTML = `<img src="x" onerror="seen.push('handler')"><a href="javascript:seen.push('link')">x</a>
      <iframe srcdoc="<script>parent.seen.push('frame')</script>"></iframe><form action="https://evil.example/"><button></button></form>`;
    document.body.append(frame);
    frame.querySelector('a')?.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return seen;
  });
  expect(ran).toEqual([]);
  expect(violations.length).toBeGreaterThanOrEqual(2);
});

test('Toasts, dialogs and the theme work under the policy', async ({ console: page, instance }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${instance.url}/overview`);
  await page.getByRole('link', { name: 'Tenants' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible();
  await page
    .getByRole('button', { name: /account|user|ada/i })
    .first()
    .click();
  for (const [theme, name] of [
    ['dark', 'Dark'],
    ['light', 'Light'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${theme}\\b`));
  }
  await page.keyboard.press('Escape');
  await page.goto(`${instance.url}/overview`);
  // Nobody listens before the page has come to life.
  await expect(async () => {
    await page.evaluate(() => {
      const detail = { tone: 'success', message: 'A message of the test.' };
      window.dispatchEvent(new CustomEvent('gatehouse:toast', { detail }));
    });
    await expect(page.getByText('A message of the test.').first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  // Its style sheet counts: without it the list would stand in the page's flow.
  await expect(page.locator('[data-sonner-toaster]')).toHaveCSS('position', 'fixed');
  expect(errors).toEqual([]);
});

test('A page of another site can neither act nor read, whatever name it comes by', async ({
  page,
  instance,
  playwright,
}) => {
  await signIn(page, instance.url);
  const { action, headers } = await actionOf(page, instance.url);
  const body = action.postDataBuffer() ?? Buffer.from('');
  const repeat = (more: Record<string, string>) =>
    sendRaw(action.url(), {
      method: 'POST',
      body,
      headers: { ...headers, 'content-length': String(body.length), ...more },
    });
  expect((await repeat({ origin: instance.url })).status).toBe(200);
  expect((await repeat({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  for (const more of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ]) {
    const refused = await repeat(more as Record<string, string>);
    expect(refused.status, JSON.stringify(more)).toBe(403);
    expect(refused.text).toBe('This was not sent by a page of this console, so nothing was done.\n');
  }
  // A name of a stranger's that was pointed at this machine: a page of his would count as ours.
  const strange = `evil.example:${instance.ports.console}`;
  expect((await repeat({ host: strange, origin: `http://${strange}` })).status).toBe(421);
  for (const path of ['/overview', '/api/search?q=c', '/api/auth/csrf', '/robots.txt']) {
    expect((await sendRaw(instance.url + path, { headers: { ...headers, host: strange } })).status, path).toBe(421);
  }
  expect((await sendRaw(`${instance.url}/api/health`, { headers: { host: '10.0.0.5' } })).status).toBe(200);
  // No way around by a path that the check doesn't see.
  for (const path of ['/_next/static/x', '/icon.svg', '/api/health', '/.well-known/security.txt']) {
    const answer = await sendRaw(instance.url + path, {
      method: 'POST',
      body,
      headers: { ...headers, origin: 'https://evil.example' },
    });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type'], path).not.toContain('x-component');
  }
  const rules = `--host-resolver-rules=MAP evil.example 127.0.0.1`;
  const executablePath = process.env.GATEHOUSE_CHROMIUM;
  const browser = await playwright.chromium.launch({
    args: [...browserArguments, rules],
    ...(executablePath ? { executablePath } : {}),
  });
  const victim = await browser.newPage();
  const seen = await victim.goto(`http://${strange}/sign-in`);
  expect(seen?.status()).toBe(421);
  const sandbox = await victim.goto(`http://evil.example:${instance.ports.aws}/_sandbox/state`);
  expect(sandbox?.status()).toBe(403);
  await browser.close();
});

test('Bodies have a limit: small for visitors, large for an import only', async ({ page, instance }) => {
  const origin = instance.url;
  const post = (path: string, bytes: number, headers: Record<string, string> = {}) =>
    sendRaw(instance.url + path, {
      method: 'POST',
      body: Buffer.alloc(bytes, 'x'),
      headers: { origin, 'content-type': 'text/plain', 'content-length': String(bytes), ...headers },
    });
  expect((await post('/sign-in', 65_537)).status).toBe(413);
  expect((await post('/api/auth/callback/credentials', 65_537)).status).toBe(413);
  expect((await post('/sign-in', 1_000)).status).not.toBe(413);
  await signIn(page, instance.url);
  const { headers } = await actionOf(page, instance.url);
  const large = await post('/tenants', 1_048_577, headers);
  expect(large.status).toBe(413);
  expect(large.text).toBe('This is too large: 1 MB at most, so nothing was done.\n');
  expect((await post('/routes/import', 1_048_577, headers)).status).not.toBe(413);
  expect((await post('/routes/import', 7_340_033, headers)).status).toBe(413);
  // In chunks, nobody knows beforehand.
  const chunked = await sendRaw(`${instance.url}/routes/import`, {
    method: 'POST',
    body: Buffer.alloc(100, 'x'),
    headers: { origin, ...headers, 'transfer-encoding': 'chunked' },
  });
  expect(chunked.status).toBe(411);
  // The form says it before anything is sent.
  await page.goto(`${instance.url}/routes/import`);
  await page.getByRole('textbox', { name: 'Document' }).evaluate((area: HTMLTextAreaElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    set?.call(area, '日'.repeat(2_150_000));
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.getByRole('button', { name: 'Make a change set of it' }).click();
  await expect(page.getByText('The document is larger than 6 MB, which is all that AWS takes.')).toBeVisible();
});

test('No link leads a visitor to another site after signing in', async ({ page, instance }) => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '%2F%2Fevil.example',
    'https://evil.example',
    '/%09/evil.example',
  ]) {
    await page.context().clearCookies();
    await page.goto(`${instance.url}/sign-in?next=${next.startsWith('%') ? next : encodeURIComponent(next)}`);
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('h1')).toBeVisible();
    await expect.poll(() => new URL(page.url()).pathname, next).not.toBe('/sign-in');
    expect(new URL(page.url()).origin, next).toBe(instance.url);
  }
  for (const path of ['signout', 'signin', 'error']) {
    const answer = await sendRaw(
      `${instance.url}/api/auth/${path}?callbackUrl=${encodeURIComponent('https://evil.example/')}`,
    );
    expect(answer.headers.location ?? '', path).not.toMatch(/^(https?:)?\/\/evil/);
    const cookies = (answer.headers['set-cookie'] ?? []).filter((cookie) => cookie.includes('callback-url'));
    for (const cookie of cookies) expect(decodeURIComponent(cookie), path).not.toContain('evil.example');
  }
});

test('Behind a proxy that ends TLS: cookies are secure ones, browsers keep to https, addresses are the clients’', async ({
  playwright,
}) => {
  const name = 'gatehouse.test';
  const proxy = await TlsProxy.start(name);
  const url = `https://${name}:${proxy.port}`;
  const instance = await Instance.create({
    NEXTAUTH_URL: url,
    GATEHOUSE_TRUST_PROXY: '1',
    GATEHOUSE_SECURITY_CONTACT: 'security@example.org',
  });
  const executablePath = process.env.GATEHOUSE_CHROMIUM;
  const browser = await playwright.chromium.launch({
    args: [...browserArguments, `--host-resolver-rules=MAP ${name} 127.0.0.1`],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    await instance.start();
    proxy.target = instance.ports.console;
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      // A client's own claim comes before what the proxy adds, and is not believed.
      extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' },
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await signIn(page, url);
    const session = (await context.cookies()).filter(({ name: cookie }) => cookie.includes('session-token'));
    expect(session).toMatchObject([{ secure: true, httpOnly: true, sameSite: 'Lax' }]);
    expect(session[0]?.name).toMatch(/^__(Secure|Host)-/);
    const answer = await page.goto(`${url}/overview`);
    expect(answer?.headers()).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'content-security-policy': expect.stringContaining('upgrade-insecure-requests'),
      'cache-control': expect.stringContaining('no-store'),
    });
    await page.goto(`${url}/audit`);
    await expect(page.getByText('127.0.0.1').first()).toBeVisible();
    await expect(page.getByText('203.0.113.7')).toHaveCount(0);
    // An action goes through the proxy, and from elsewhere it doesn't.
    const { action, headers } = await actionOf(page, url);
    const body = action.postDataBuffer() ?? Buffer.from('');
    const direct = (origin: string, forwarded: string) =>
      sendRaw(`http://127.0.0.1:${instance.ports.console}/tenants/customer1`, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-length': String(body.length), origin, 'x-forwarded-host': forwarded },
      });
    expect((await direct(url, new URL(url).host)).status).toBe(200);
    expect((await direct(url.replace('https:', 'http:'), new URL(url).host)).status).toBe(403);
    expect((await direct('https://evil.example', 'evil.example')).status).toBe(421);
    const contact = await page.goto(`${url}/.well-known/security.txt`);
    expect(await contact?.text()).toMatch(
      new RegExp(
        `^Contact: mailto:security@example\\.org\\nExpires: \\d{4}-.*Z\\n.*\\nCanonical: ${url}/\\.well-known/security\\.txt\\n$`,
      ),
    );
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await instance.dispose();
    await proxy.close();
  }
});
