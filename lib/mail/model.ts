/** An e-mail as the tenant's page lists it. Pure types: components import them. */
export interface MailView {
  id: string;
  createdAt: string;
  recipient: string;
  subject: string;
  state: 'waiting' | 'sent' | 'failed';
  /** Why the last try failed. */
  failure: string | null;
}
