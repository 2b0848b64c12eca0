import { randomBytes } from 'node:crypto';
import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from '@aws-sdk/client-sts';
import type { Answer, Context } from '../../context';
import { accessDenied } from '../../iam/refusals';
import { Failure, validationFailure, violation } from '../../protocol/failure';

/**
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: of a role that was registered under `/_sandbox/roles`, when
 * the external id is the one that its trust policy asks for. AWS says the same to a role that isn't there.
 */
export function assumeRole(
  { state, caller, now }: Context,
  input: AssumeRoleCommandInput,
): Promise<Answer<AssumeRoleCommandOutput>> {
  const { RoleArn = '', RoleSessionName = '', ExternalId, DurationSeconds = 3600 } = input;
  refuseBadInput(RoleSessionName, DurationSeconds);
  const role = state.get('roles', RoleArn);
  if (!role || (role.externalId !== null && role.externalId !== ExternalId)) {
    throw accessDenied('sts', caller.arn, { action: 'sts:AssumeRole', resource: RoleArn }, 'not-allowed');
  }
  if (DurationSeconds > role.maxSessionSeconds) {
    const message = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
    throw new Failure('ValidationError', message);
  }
  const [, account = '', name = ''] = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([^/]+)$/.exec(RoleArn) ?? [];
  const accessKeyId = `ASIA${randomId(16)}`;
  const userId = `${role.id}:${RoleSessionName}`;
  const arn = `arn:aws:sts::${account}:assumed-role/${name}/${RoleSessionName}`;
  const token = randomBytes(48).toString('base64');
  const expiresAt = now + DurationSeconds * 1000;
  return state.write((tx) => {
    for (const { key, value } of [...state.entries('roleSessions')]) {
      if (value.expiresAt < now - 24 * 3_600_000) tx.remove('roleSessions', key);
    }
    tx.put('roleSessions', accessKeyId, { account, arn, userId, token, expiresAt });
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: randomBytes(30).toString('base64'),
        SessionToken: token,
        Expiration: new Date(expiresAt),
      },
      AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    };
  });
}

function refuseBadInput(name: string, seconds: number): void {
  const violations = [
    ...(/^[\w+=,.@-]{2,64}$/.test(name)
      ? []
      : [violation(name, 'roleSessionName', 'Member must satisfy regular expression pattern: [\\w+=,.@-]*')]),
    ...(seconds >= 900 && seconds <= 43_200
      ? []
      : [violation(seconds, 'durationSeconds', 'Member must have value greater than or equal to 900')]),
  ];
  if (violations.length > 0) throw new Failure('ValidationError', validationFailure(violations).message);
}

function randomId(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join('');
}
