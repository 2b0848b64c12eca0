import { createHash } from 'node:crypto';
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Context } from '../../context';
import type { StoredFunction } from '../../model';

/** A registered function in the shape in which Lambda shows functions. */
export function functionView({ account }: Context, stored: StoredFunction): FunctionConfiguration {
  const { name, arn, runtime, description, source = '' } = stored;
  return {
    FunctionName: name,
    FunctionArn: arn,
    Runtime: runtime as NonNullable<FunctionConfiguration['Runtime']>,
    Role: `arn:aws:iam::${account}:role/lambda-basic-execution`,
    Handler: 'index.handler',
    CodeSize: Buffer.byteLength(source),
    CodeSha256: createHash('sha256').update(source).digest('base64'),
    Description: description,
    Timeout: 3,
    MemorySize: 128,
    Version: '$LATEST',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    State: 'Active',
    LastUpdateStatus: 'Successful',
  };
}
