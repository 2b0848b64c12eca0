import { Icon } from '@/components/ui/icon';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import { type Permission, permissionNames, permissions, type Reach } from '@/lib/auth/permissions';
import { permits, roles } from '@/lib/auth/roles';

const reachWords: Record<Reach, string> = {
  everywhere: 'No limit applies',
  tenant: 'Only for the tenants one is limited to',
  gateway: 'Not for who is limited to some tenants',
  stage: 'Only for the stages one may deploy to; not for who is limited to some tenants',
};

/** Role by permission, out of the table that everything is checked against. `mine`: what the reader may do. */
export function PermissionsTable({ mine }: { mine: ReadonlySet<Permission> }) {
  return (
    <Table label="Permissions" stacked>
      <Thead>
        <Th>What</Th>
        {roles.map((role) => (
          <Th key={role} className="capitalize">
            {role}
          </Th>
        ))}
        <Th>Limits</Th>
        <Th>You</Th>
      </Thead>
      <tbody>
        {permissionNames.map((name) => {
          const { words, role: lowest, reach } = permissions[name];
          return (
            <Tr key={name}>
              <Td>
                {words}
                <code className="block text-ink-muted text-xs">{name}</code>
              </Td>
              {roles.map((role) => (
                <Td key={role} heading={role}>
                  <Mark yes={permits(role, lowest)} />
                </Td>
              ))}
              <Td heading="Limits" className="text-ink-muted text-xs">
                {reachWords[reach]}
              </Td>
              <Td heading="You">
                <Mark yes={mine.has(name)} />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Mark({ yes }: { yes: boolean }) {
  return yes ? (
    <>
      <Icon name="check" className="size-4 text-green" />
      <span className="sr-only">yes</span>
    </>
  ) : (
    <>
      <span aria-hidden="true" className="text-ink-subtle">
        –
      </span>
      <span className="sr-only">no</span>
    </>
  );
}
