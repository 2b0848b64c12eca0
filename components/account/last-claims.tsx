import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { type RoleRule, roleOf } from '@/lib/auth/oidc/claims';
import type { LastClaims as Claims } from '@/lib/auth/oidc/role-mapping';

/** What the role claim held at the last sign-in with the provider, and the role that the saved lines give for it. */
export function LastClaims({
  last,
  rules,
  claim,
  now,
}: {
  last: Claims | null;
  rules: RoleRule[];
  /** The claim that is configured now. */
  claim: string;
  now: number;
}) {
  if (!last) {
    return (
      <p className="text-ink-muted text-sm">
        Nobody has come from the identity provider yet. Sign in with it in another browser: what the claim{' '}
        <code>{claim}</code> held then stands here, also when it gave no role.
      </p>
    );
  }
  const role = roleOf(last.values, rules);
  return (
    <div className="grid gap-2 text-sm">
      <p>
        <span className="break-name font-medium">{last.email ?? 'Somebody without an address'}</span> came{' '}
        <RelativeTime at={last.at} now={now} className="" />. The claim <code>{last.claim}</code> held
        {last.values.length === 0 ? ' nothing.' : ':'}
      </p>
      {last.values.length > 0 ? (
        <ul aria-label="Values of the claim" className="flex flex-wrap gap-1.5">
          {last.values.map((value) => (
            <li key={value} className="min-w-0">
              <Badge className="h-auto whitespace-normal break-all font-mono">{value}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-ink-muted">
        {role ? (
          <>
            With the lines saved this gives the role <strong className="font-medium text-ink">{role}</strong>.
          </>
        ) : (
          'With the lines saved this gives no role: the sign-in is refused.'
        )}
      </p>
    </div>
  );
}
