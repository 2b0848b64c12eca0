import 'server-only';
import nodemailer from 'nodemailer';

export interface SmtpSettings {
  /** `smtp[s]://user:password@host:port`. */
  url: string;
  from: string;
}

export type SentMail =
  | { ok: true }
  /** `permanent`: trying again won't help. The sentence is ours: servers' words may hold anything. */
  | { ok: false; permanent: boolean; sentence: string };

const timeoutMs = 15_000;

/**
 * Hands one e-mail to the operator's mail server. The server is the operator's own setting, so no address is refused; a password is sent
 * encrypted only, except to this machine itself. Never rejects.
 */
export async function sendMail(
  { url, from }: SmtpSettings,
  mail: { id: string; to: string; subject: string; text: string },
): Promise<SentMail> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = nodemailer.createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && username !== '' && !local,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      // The same for each try, so that one that came twice can be told.
      messageId: `<${mail.id}@gatehouse.invalid>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { ok: true };
  } catch (error) {
    return { ok: false, ...whyNot(error) };
  } finally {
    transport.close();
  }
}

/** By nodemailer's codes and the server's number (RFC 5321): 5xx is for good, 4xx and everything about the connection for now. */
function whyNot(error: unknown): { permanent: boolean; sentence: string } {
  const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number };
  if (code === 'EAUTH') return { permanent: false, sentence: 'The mail server refuses the user name or the password.' };
  if (code === 'ETLS')
    return { permanent: false, sentence: 'The mail server offers no encryption, so no password was sent.' };
  if (responseCode >= 500)
    return { permanent: true, sentence: `The mail server refuses the e-mail for good (${responseCode}).` };
  if (responseCode >= 400) return { permanent: false, sentence: `The mail server puts it off (${responseCode}).` };
  if (code === 'ESOCKET' || code === 'ECONNECTION' || code === 'EDNS')
    return { permanent: false, sentence: 'The mail server could not be reached.' };
  if (code === 'ETIMEDOUT') return { permanent: false, sentence: 'The mail server did not answer in time.' };
  return { permanent: false, sentence: 'The e-mail could not be handed over.' };
}
