import 'server-only';

/** Who may assume the role: the identity that Gatehouse starts with, and only with the external id. */
export function trustPolicy({ principalArn, externalId }: { principalArn: string; externalId: string | null }): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'GatehouseAssumes',
        Effect: 'Allow',
        Principal: { AWS: principalArn },
        Action: 'sts:AssumeRole',
        ...(externalId === null ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } }),
      },
    ],
  };
}

/** What the identity that Gatehouse starts with needs for that, and nothing else. */
export function assumePolicy(roleArn: string): object {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'AssumeGatehouse', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roleArn }],
  };
}
