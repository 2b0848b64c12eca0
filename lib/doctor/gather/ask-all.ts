import 'server-only';
import type { AskOptions, Authority, DnsServer } from '@/lib/dns/authority/model';
import type { Asked, AskedFrom } from '@/lib/doctor/facts';
import { within } from './within';

/** A little longer than one question may take. */
const askMs = 4_500;

/** Asks each server each question at once, and leaves out what came too late. Never rejects. */
export async function askAll(
  authority: Authority,
  from: AskedFrom,
  servers: DnsServer[],
  questions: [name: string, type: string][],
): Promise<Asked[]> {
  const options: AskOptions = {
    recursive: from === 'resolver' || from === 'unchecked',
    checkingDisabled: from === 'unchecked',
  };
  const distinct = [...new Map(questions.map((question) => [question.join(' '), question])).values()];
  const asked = await Promise.all(
    servers.flatMap((server) =>
      distinct.map(([name, type]) =>
        within<Asked | null>(askMs, null, async () => ({
          ...(await authority.ask(server, name, type, options)),
          from,
        })),
      ),
    ),
  );
  return asked.flatMap((answer) => answer ?? []);
}
