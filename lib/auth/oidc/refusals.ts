/** Why a sign-in with the identity provider came to nothing. */
export type ProviderRefusal =
  | 'cancelled'
  | 'unreachable'
  | 'expired'
  | 'audience'
  | 'clock'
  | 'issuer'
  | 'signature'
  | 'revoked'
  | 'state'
  | 'no-address'
  | 'no-role'
  | 'local-account'
  | 'disabled'
  | 'other-account'
  | 'failed';

/** What the sign-in page says to each, and what to do about it. */
export const providerRefusals: Record<ProviderRefusal, { sentence: string; fix: string }> = {
  cancelled: {
    sentence: 'The identity provider did not sign you in.',
    fix: 'Either it was cancelled there, or you may not use this application. Try again, or ask whoever runs the identity provider.',
  },
  unreachable: {
    sentence: 'The identity provider can not be reached.',
    fix: 'Try again in a moment. Whoever has a password here can use that meanwhile.',
  },
  expired: {
    sentence: "The identity provider's answer had expired.",
    fix: "Sign in again. If it stays, the clocks of the provider and of this console differ; compare this server's clock.",
  },
  audience: {
    sentence: "The identity provider's answer was meant for another application.",
    fix: 'An administrator of this console has to compare GATEHOUSE_OIDC_CLIENT_ID with the client at the provider.',
  },
  clock: {
    sentence: "The identity provider's answer comes from the future.",
    fix: 'The clocks of the provider and of this console differ by more than a minute. Set them, then sign in again.',
  },
  issuer: {
    sentence: "The answer came from another identity provider than this console's.",
    fix: 'An administrator of this console has to compare GATEHOUSE_OIDC_ISSUER with what the provider calls itself.',
  },
  signature: {
    sentence: "The identity provider's answer is not signed by its keys.",
    fix: 'Nobody was signed in. Try again; if it stays, tell whoever runs the identity provider.',
  },
  revoked: {
    sentence: 'The identity provider has taken this sign-in back.',
    fix: 'Sign in again. A link that was opened twice, or an expired one, does this, too.',
  },
  state: {
    sentence: 'This sign-in was not begun in this browser, or too long ago.',
    fix: 'Sign in from this page; it may take 15 minutes at most, and cookies have to be allowed.',
  },
  'no-address': {
    sentence: 'The identity provider did not tell your email address.',
    fix: 'Whoever runs it has to give this application the scope and the claim "email".',
  },
  'no-role': {
    sentence: 'You have no role in this console.',
    fix: 'None of your groups at the identity provider stands for one. Ask an administrator of this console.',
  },
  'local-account': {
    sentence: 'There is an account with your address already, and it is not linked to the identity provider.',
    fix: 'Sign in with its password, or ask an administrator of this console.',
  },
  disabled: {
    sentence: 'Your account is disabled.',
    fix: 'Ask an administrator of this console.',
  },
  'other-account': {
    sentence: 'Your address belongs to another account of the identity provider.',
    fix: 'Ask an administrator of this console to remove the old account.',
  },
  failed: {
    sentence: 'The sign-in with the identity provider failed.',
    fix: "Try again. If it stays, this console's log says why.",
  },
};

export const isProviderRefusal = (text: unknown): text is ProviderRefusal =>
  typeof text === 'string' && Object.hasOwn(providerRefusals, text);
