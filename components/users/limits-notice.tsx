import { Notice } from '@/components/ui/notice';
import type { Grants, Permission } from '@/lib/auth/permissions';
import { whyNot } from '@/lib/auth/why-not';

/** Says why somebody whose role would allow it can only look here: nothing where the role decides, or nothing is missing. */
export function LimitsNotice({ grants, permission, what }: { grants: Grants; permission: Permission; what: string }) {
  const reason = whyNot(grants, permission);
  if (reason === null || reason.by === 'role') return null;
  return (
    <Notice tone="grey" title={`You can look at ${what}, not change them`} className="mb-4">
      {reason.sentence}
    </Notice>
  );
}
