import type { Context } from '../context';
import { demoFunctions } from '../demo/functions';
import { keyOf } from '../scope';

/** The ARN of a function of this account. */
function functionArn({ region, account }: Context, name: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}

/** The URI by which integrations and authorizers call a function. */
export function functionUri(context: Context, name: string): string {
  return `arn:aws:apigateway:${context.region}:lambda:path/2015-03-31/functions/${functionArn(context, name)}/invocations`;
}

/** The demo functions, each with the permission that lets the gateway call it. */
export async function seedFunctions(context: Context, restApiId: string): Promise<void> {
  const { region, account, scope } = context;
  await context.state.write((tx) => {
    for (const [name, { description, source }] of Object.entries(demoFunctions)) {
      const arn = functionArn(context, name);
      const statement = {
        Sid: 'shared-gateway',
        Effect: 'Allow' as const,
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: arn,
        Condition: { ArnLike: { 'AWS:SourceArn': `arn:aws:execute-api:${region}:${account}:${restApiId}/*/*` } },
      };
      tx.put('functions', keyOf.function(scope, name), {
        name,
        arn,
        runtime: 'nodejs20.x',
        description,
        source,
        policy: [statement],
      });
    }
  });
}
