import { expect, expectAccessible, test } from '../fixtures/test';
import { RoutesPage } from '../pages/routes';

const host = 'customer1.example.com';

test("An operator sees what becomes of a tenant's request: live, in the working copy and in a draft", async ({
  console: page,
  instance,
}) => {
  const routes = new RoutesPage(page, instance.url);
  const inShort = page.getByRole('region', { name: 'In short' });

  await test.step('"Try it" leads here, with the request in the address', async () => {
    await page.goto(`${instance.url}/tenants/customer1`);
    await page.getByLabel('Path').fill('/service2/cart?item=7');
    await page.getByRole('link', { name: 'Explain this request' }).click();
    await expect(page).toHaveURL(/\/explain\?method=GET&url=https:\/\/customer1\.example\.com\/service2\/cart/);
    await expect(page.getByLabel('URL', { exact: true })).toHaveValue(`https://${host}/service2/cart?item=7`);
  });

  await test.step('domain, mapping, stage, route and the exact request stand there', async () => {
    await expect(inShort).toContainText('Live and working copy do the same.');
    const way = page.getByRole('region', { name: 'From the host to the stage' });
    for (const text of [host, 'Customer One', 'empty base path', 'prod', '/service2/cart']) {
      await expect(way).toContainText(text);
    }
    const side = page.getByRole('region', { name: 'Live on prod and the working copy' });
    await expect(side.getByRole('link', { name: '/service2/{proxy+}' })).toHaveAttribute('href', /^\/routes\/edit\?/);
    await expect(side).toContainText('{proxy} = cart');
    await expect(side).toContainText(/GET http:\/\/.+\/cart\?item=7/);
    await expect(side.getByRole('list', { name: 'Headers' })).toContainText('Host: ');
    await expectAccessible(page);
  });

  await test.step('a draft that does something else stands beside them, and the difference is said in words', async () => {
    await routes.beginChangeSet('Tell the shop its aisle');
    await routes.openRoute('/service2/{proxy+}', 'ANY', 'mappings');
    await routes.addMapping({ name: 'X-Aisle', source: "Client's query parameter", text: 'item' });
    const number = await routes.save();
    await page.goto(`${instance.url}/explain?method=GET&url=https://${host}/service2/cart?item=7`);
    await expect(inShort.getByRole('list', { name: 'Differences' })).toContainText(
      `Draft #${number}: The header X-Aisle: 7 is new.`,
    );
    const draft = page.getByRole('region', { name: `Draft #${number}`, exact: true });
    await expect(draft.getByText('method.request.querystring.item')).toBeVisible();
    await expect(draft.getByText('X-Aisle: 7')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Live on prod and the working copy' })).not.toContainText('X-Aisle');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await routes.openChangeSet(number);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await routes.expectState('Discarded');
  });
});

test('An operator learns why a request is refused, and by whom', async ({ console: page, instance }) => {
  const explanation = page.getByRole('region', { name: 'Explanation' });

  await test.step('the examples are real addresses', async () => {
    await page.goto(`${instance.url}/explain`);
    await expectAccessible(page);
    await page.getByRole('link', { name: /a path without a route/ }).click();
  });

  await test.step('a path without a route: 403 by the gateway itself, and nothing to test', async () => {
    await expect(explanation).toContainText('API Gateway answers 403');
    await expect(explanation).toContainText('Missing Authentication Token');
    await expect(explanation).toContainText('No resource has a GET method for /no/such/path.');
    await expect(page.getByRole('button', { name: 'Call the back end for real' })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('the path fits, the method does not: that sibling is named', async () => {
    await page.getByLabel('Method').selectOption('DELETE');
    await page.getByLabel('URL', { exact: true }).fill(`https://${host}/health`);
    await page.getByRole('button', { name: 'Explain' }).click();
    await expect(page).toHaveURL(/method=DELETE/);
    const others = explanation.getByRole('list', { name: 'Other resources' });
    await expect(others.getByRole('listitem').first()).toContainText('/health');
    await expect(others.getByRole('listitem').first()).toContainText('no method');
  });

  await test.step('a host that does not lead here, and no URL at all', async () => {
    await page.goto(`${instance.url}/explain?method=GET&url=https://elsewhere.example.org/`);
    await expect(explanation).toContainText('The gateway has no custom domain elsewhere.example.org');
    await page.goto(`${instance.url}/explain?method=GET&url=orders`);
    await expect(page.getByText('Enter a whole URL')).toBeVisible();
    await expect(explanation).toHaveCount(0);
  });
});

test('An operator tests a route for real, with headers and a body that stay out of the address', async ({
  console: page,
  instance,
}) => {
  const secret = 'Bearer keep-this-out-of-addresses';
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));

  await test.step('headers count in the explanation', async () => {
    await page.goto(`${instance.url}/explain?method=GET&url=https://${host}/account`);
    await expect(page.getByRole('region', { name: 'In short' })).toContainText('API Gateway answers 401');
    await page.getByText('Headers and body').click();
    await page.getByRole('textbox', { name: 'Headers' }).fill(`Authorization: ${secret}\nX-Trace: 7`);
    await page.getByRole('button', { name: 'Explain' }).click();
    await expect(page.getByRole('region', { name: 'In short' })).toContainText('Calls the back end');
    await expect(page.getByText('With 2 headers, which')).toBeVisible();
  });

  await test.step('another URL is explained with them, too', async () => {
    await page.getByLabel('Method').selectOption('POST');
    await page.getByLabel('URL', { exact: true }).fill(`https://${host}/service1/orders?page=2`);
    await page.getByRole('textbox', { name: 'Body' }).fill('{"item": 7}');
    await page.getByRole('button', { name: 'Explain' }).click();
    await expect(page).toHaveURL(/method=POST&url=.*service1/);
    await expect(page.getByText('With 2 headers and a body, which')).toBeVisible();
    const side = page.getByRole('region', { name: 'Live on prod and the working copy' });
    await expect(side).toContainText('X-Trace: 7');
    await expect(side).toContainText('"item": 7');
  });

  await test.step('the test says plainly what it does, calls the back end and shows what came back', async () => {
    const card = page.getByRole('region', { name: 'Test it for real' });
    await expect(card).toContainText('This really calls the back end');
    await expect(card).toContainText('A POST may create, change or delete something there');
    await card.getByRole('button', { name: 'Call the back end for real' }).click();
    const answer = card.getByRole('region', { name: 'Answer' });
    await expect(answer).toContainText('200');
    await expect(answer).toContainText(/after \d+ ms/);
    await expect(answer).toContainText('"X-Trace": "7"');
    const log = card.getByRole('region', { name: 'Log' });
    for (const title of ['The request comes in', 'The back end is called', 'The back end answers', 'How it ended']) {
      await expect(log).toContainText(title);
    }
    await expect(log.getByText('Successfully completed execution').last()).toBeHidden();
    await log.getByText('The log as AWS wrote it').click();
    await expect(log.getByText('Successfully completed execution').last()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the audit log has the test, and no address or page of it has the secret', async () => {
    expect(addresses.filter((address) => address.includes('keep-this-out'))).toEqual([]);
    expect(page.url()).not.toContain('keep-this-out');
    await page.goto(`${instance.url}/audit`);
    await expect(
      page.getByRole('list', { name: 'Audit log' }).getByText('ANY /service1/{proxy+}').first(),
    ).toBeVisible();
    await expect(page.getByText('keep-this-out')).toHaveCount(0);
  });
});
