/** The addresses that ACM writes to (API_DomainValidationOption). */
const users = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'];

/** Where the mails about a domain go. */
export function validationEmails(domain: string): string[] {
  return users.map((user) => `${user}@${domain}`);
}

/** Whether mails to `domain` may validate `name`: the same domain or one above it; a wildcard's star doesn't count. */
export function isSuperdomain(domain: string, name: string): boolean {
  const base = name.replace(/^\*\./, '');
  return base === domain || base.endsWith(`.${domain}`);
}
