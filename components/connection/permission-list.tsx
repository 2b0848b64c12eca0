import { StatusBadge } from '@/components/ui/badge';
import type { TriedPermission } from '@/lib/aws/preflight/try-permissions';
import { verdictLook } from './verdict-look';

/** Single permissions with their resources, what came of the try, and why. */
export function PermissionList({ permissions }: { permissions: readonly TriedPermission[] }) {
  return (
    <ul className="grid gap-2 rounded-md border border-line bg-sunken p-3">
      {permissions.map(({ operation, action, resources, verdict, note }) => {
        const { tone, icon, words } = verdictLook[verdict];
        return (
          <li
            key={`${operation} ${action} ${resources.join()}`}
            className="grid gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]"
          >
            <StatusBadge tone={tone} icon={icon} variant="plain">
              {words}
            </StatusBadge>
            <div className="min-w-0 text-xs">
              <p>
                <code className="font-medium">{operation ?? action}</code>
                {operation && !action.endsWith(`:${operation}`) ? (
                  <span className="text-ink-muted">
                    {' '}
                    <code>{action}</code>
                  </span>
                ) : null}
              </p>
              <p className="break-name text-ink-muted">
                {resources.map((resource) => (
                  <code key={resource} className="block">
                    {resource === '*' ? '* (AWS has no smaller resource for it)' : resource}
                  </code>
                ))}
              </p>
              {note ? <p className="break-name">{note}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
