import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { auditEvents, domains, mails, settings, shareLinks, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { pending } from '@/lib/domains/testing/certificate-rows';
import { customer, decideCase, is, notSeen, nowhere } from '@/lib/domains/testing/decide-fixtures';
import { deliverDue } from './deliver-due';
import { listMails } from './list-mails';
import { sendRecordsMail } from './send-records-mail';
import { startMailer } from './start-mailer';
import { writeMail } from './write-mail';
import { writeReminders } from './write-reminders';

let database: Awaited<ReturnType<typeof testDb>>;
let server: SMTPServer;
let smtp: { url: string; from: string };
/** What the mail server got. */
const got: { from: string; to: string[]; raw: string; user: string }[] = [];
/** What it says to the next recipients. */
let refuseWith: number | null = null;

let clock = new Date('2026-12-01T08:00:00Z');
const ctx = (): Context =>
  ({ db: database.db, actor: { kind: 'system', name: 'Gatehouse' }, now: () => clock }) as Context;
const later = (hours: number) => {
  clock = new Date(clock.getTime() + hours * 3_600_000);
};

beforeAll(async () => {
  database = await testDb();
  server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      password === 'p@ss' ? done(null, { user: username ?? '' }) : done(new Error('no')),
    onRcptTo: (_address, _session, done) =>
      refuseWith === null ? done() : done(Object.assign(new Error('not here'), { responseCode: refuseWith })),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        got.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString().replace(/=\r\n/g, ''),
          user: String(session.user),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  smtp = { url: `smtp://ops:p%40ss@127.0.0.1:${port}`, from: 'Example Ops <ops@example.com>' };
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await database.close();
});

let tenantId: string;
beforeEach(async () => {
  clock = new Date('2026-12-01T08:00:00Z');
  got.length = 0;
  refuseWith = null;
  const { db } = database;
  await db.delete(mails);
  await db.delete(tenants);
  await db.delete(settings);
  const [tenant] = await db
    .insert(tenants)
    .values({ slug: 'acme', name: 'Acme', contactEmail: 'it@acme.test', createdAt: clock })
    .returning();
  tenantId = tenant?.id ?? '';
  const { status } = decideCase({
    wanted: customer,
    observed: { ...pending, validation: notSeen(), routing: is(nowhere) },
  });
  await db.insert(domains).values({
    tenantId,
    hostname: 'shop.example.com',
    kind: 'customer',
    certificateMode: 'dedicated',
    gatewayDomainName: 'shop.example.com',
    headline: status.headline,
    actor: status.actor,
    headlineSince: clock,
    status: { ...status, deadline: new Date(clock.getTime() + 72 * 3_600_000).toISOString() },
  });
});

const mail = { key: 'one', tenantSlug: 'acme', recipient: 'it@acme.test', subject: 'Grüße', text: 'Hello' };
const events = async (action: string) =>
  (await database.db.select().from(auditEvents)).filter((row) => row.action === action);

describe('the outbox', () => {
  it('hands an e-mail over once, with the sender and the password', async () => {
    expect(await writeMail(ctx(), mail)).toBe(true);
    expect(await writeMail(ctx(), mail)).toBe(false);
    expect(await deliverDue(ctx(), smtp)).toBe(true);
    expect(await deliverDue(ctx(), smtp)).toBe(false);
    expect(got).toMatchObject([{ from: 'ops@example.com', to: ['it@acme.test'], user: 'ops' }]);
    expect(got[0]?.raw).toMatch(/From: Example Ops <ops@example\.com>/);
    expect(await listMails(database.db, 'acme')).toMatchObject([{ state: 'sent', failure: null }]);
    expect((await events('mail.sent')).at(-1)).toMatchObject({ tenantSlug: 'acme', result: 'ok' });
  });

  it('tries again later and later while the server puts it off, and gives up after about a day', async () => {
    refuseWith = 451;
    await writeMail(ctx(), mail);
    const failedBefore = (await events('mail.failed')).length;
    const pauses: number[] = [];
    for (let tries = 0; tries < 20; tries++) {
      await deliverDue(ctx(), smtp);
      const [row] = await database.db.select().from(mails);
      if (row?.nextTryAt == null) break;
      pauses.push((row.nextTryAt.getTime() - clock.getTime()) / 60_000);
      clock = row.nextTryAt;
    }
    expect(pauses).toEqual([1, 5, 15, 60, 180, 480, 720]);
    expect(await listMails(database.db, 'acme')).toMatchObject([
      { state: 'failed', failure: 'The mail server puts it off (451).' },
    ]);
    expect(await events('mail.failed')).toHaveLength(failedBefore + 1);
  });

  it('gives up at once what is refused for good, and says nothing of what the server said', async () => {
    refuseWith = 550;
    await writeMail(ctx(), mail);
    await deliverDue(ctx(), smtp);
    const [row] = await database.db.select().from(mails);
    expect(row).toMatchObject({ nextTryAt: null, failure: 'The mail server refuses the e-mail for good (550).' });
    expect(JSON.stringify(await events('mail.failed'))).not.toContain('not here');
  });

  it.each([
    ['smtp://ops:wrong@127.0.0.1:PORT', 'The mail server refuses the user name or the password.'],
    ['smtp://127.0.0.1:1', 'The mail server could not be reached.'],
  ])('says what is wrong with %s', async (url, sentence) => {
    await writeMail(ctx(), mail);
    const { port } = new URL(smtp.url);
    await deliverDue(ctx(), { ...smtp, url: url.replace('PORT', port) });
    const [row] = await database.db.select().from(mails);
    expect(row).toMatchObject({ failure: sentence, sentAt: null });
    expect(row?.nextTryAt).not.toBeNull();
  });

  it('does not write to whom the tenant no longer names', async () => {
    await writeMail(ctx(), mail);
    await database.db.update(tenants).set({ contactEmail: 'new@acme.test' });
    expect(await deliverDue(ctx(), smtp)).toBe(true);
    expect(got).toEqual([]);
    expect(await deliverDue(ctx(), smtp)).toBe(false);
  });

  it('is emptied by the worker', async () => {
    await writeMail(ctx(), mail);
    const mailer = startMailer({ getContext: async () => ctx(), log: { warn: () => {} }, smtp, tickMs: 20 });
    await expect.poll(() => got.length, { timeout: 5_000 }).toBe(1);
    await mailer.stop();
  });
});

describe('e-mails to tenants', () => {
  it('have the records and a link that works; the outbox has no token', async () => {
    expect(await sendRecordsMail(ctx(), 'acme', smtp)).toEqual({ recipient: 'it@acme.test' });
    const [row] = await database.db.select().from(mails);
    const [link] = await database.db.select().from(shareLinks);
    expect(row?.text).toContain(`[[share-link ${link?.id}]]`);
    expect(row?.text).not.toContain('/share/');
    await deliverDue(ctx(), smtp);
    expect(got[0]?.raw).toContain('_x.shop.example.com');
    expect(got[0]?.raw).toMatch(/http:\/\/localhost:\d+\/share\/[\w-]{48}/);
    expect(JSON.stringify(await database.db.select().from(auditEvents))).not.toMatch(/\/share\/[\w-]{48}/);
    await expect(sendRecordsMail(ctx(), 'acme', smtp)).rejects.toThrow('a moment ago');
    // The next one leads to the same link.
    later(1);
    await sendRecordsMail(ctx(), 'acme', smtp);
    expect(await database.db.select().from(shareLinks)).toHaveLength(1);
  });

  it('need a mail server and a contact', async () => {
    await expect(sendRecordsMail(ctx(), 'acme', null)).rejects.toThrow('No mail server is set');
    await database.db.update(tenants).set({ contactEmail: null }).where(eq(tenants.id, tenantId));
    await expect(sendRecordsMail(ctx(), 'acme', smtp)).rejects.toThrow('has no contact');
  });
});

describe('reminders', () => {
  const on = () =>
    database.db
      .insert(settings)
      .values({ key: 'domains', value: { edgeZoneId: '', edgeLabel: 'edge', reminders: true } });

  it('are written only when they are switched on', async () => {
    later(25);
    expect(await writeReminders(ctx())).toBe(0);
    await on();
    expect(await writeReminders(ctx())).toBe(1);
    expect(await writeReminders(ctx())).toBe(0);
    const [row] = await database.db.select().from(mails);
    expect(row).toMatchObject({ subject: 'Reminder: DNS records for shop.example.com', recipient: 'it@acme.test' });
    expect(row?.text).toContain('ends at 2026-12-04 08:00 UTC');
  });

  it('come at most once a day, and before the request ends', async () => {
    await on();
    const days: string[] = [];
    for (let hour = 0; hour < 24 * 6; hour++) {
      if ((await writeReminders(ctx())) > 0) days.push(clock.toISOString().slice(0, 13));
      later(1);
    }
    // After a day; with a day left; with six hours left; and of the third day on the next one, as that had its reminder.
    expect(days).toEqual(['2026-12-02T08', '2026-12-03T08', '2026-12-04T02', '2026-12-05T00']);
  });

  it('end when nothing waits for the tenant any more', async () => {
    await on();
    await database.db.update(domains).set({ headline: 'Live', actor: 'nobody' });
    later(100);
    expect(await writeReminders(ctx())).toBe(0);
  });
});
