import 'server-only';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { deliverDue } from '@/lib/mail/deliver-due';
import type { SmtpSettings } from '@/lib/mail/send-mail';
import { writeReminders } from '@/lib/mail/write-reminders';
import { startLoop } from '@/lib/worker/start-loop';

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'warn'>;
  smtp: SmtpSettings;
  tickMs?: number;
  remindEveryMs?: number;
}

/** Sends what is in the outbox, and writes the reminders that are due. Replicas may all run one. */
export function startMailer(options: Options): { stop(): Promise<void> } {
  const { getContext, log, smtp, tickMs = 3_000, remindEveryMs = 5 * 60_000 } = options;
  async function deliver(stopping: AbortSignal): Promise<number> {
    const ctx = await getContext();
    while (!stopping.aborted && (await deliverDue(ctx, smtp)));
    return tickMs;
  }
  async function remind(): Promise<number> {
    await writeReminders(await getContext());
    return remindEveryMs;
  }
  const loops = [
    startLoop(deliver, { log, what: 'sending e-mails' }),
    startLoop(remind, { log, what: 'writing reminders' }),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
