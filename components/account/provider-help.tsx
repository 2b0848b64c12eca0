import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';

const providers = [
  {
    name: 'Amazon Cognito',
    issuer: 'https://cognito-idp.<region>.amazonaws.com/<user pool id>',
    claim: 'cognito:groups',
    note: 'The app client needs the authorization code grant and a secret.',
  },
  {
    name: 'Microsoft Entra ID',
    issuer: 'https://login.microsoftonline.com/<tenant id>/v2.0',
    claim: 'roles',
    note: 'Define app roles, or add the groups claim: groups come as object ids.',
  },
  {
    name: 'Okta',
    issuer: 'https://<your domain>/oauth2/default',
    claim: 'groups',
    note: 'Add a groups claim with a filter to the authorization server.',
  },
  {
    name: 'Keycloak',
    issuer: 'https://<host>/realms/<realm>',
    claim: 'realm_access.roles',
    note: 'Add the mapper of realm roles to the ID token, or one of group membership as "groups".',
  },
];

/** What differs between identity providers: nothing but configuration. */
export function ProviderHelp() {
  return (
    <Table label="Settings by identity provider" minWidth="44rem" stacked>
      <Thead>
        <Th>Provider</Th>
        <Th>Issuer</Th>
        <Th>Role claim</Th>
        <Th>There</Th>
      </Thead>
      <tbody>
        {providers.map(({ name, issuer, claim, note }) => (
          <Tr key={name}>
            <Td className="whitespace-nowrap font-medium" heading="Provider">
              {name}
            </Td>
            <Td heading="Issuer">
              <code className="break-all text-xs">{issuer}</code>
            </Td>
            <Td heading="Role claim">
              <code className="text-xs">{claim}</code>
            </Td>
            <Td heading="There" className="text-ink-muted text-xs">
              {note}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
