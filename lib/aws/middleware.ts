import 'server-only';
import type { AwsOptions } from './options';
import type { Service } from './quotas';

/** What the middlewares need to know. */
export interface Door extends AwsOptions {
  service: Service;
  timeoutMs: number;
  retryBaseMs: number;
}

interface Args {
  input: object;
}

interface Answer {
  response: unknown;
  output: object;
}

type Handler = (args: Args) => Promise<Answer>;

/** The SDK's middleware, as much of it as we use. `commandName` is `CreateDomainNameCommand`. */
export type Middleware = (next: Handler, context: { commandName?: string }) => Handler;

/** The SDK's middleware stack, without the types of one client. */
export interface Stack {
  add(
    middleware: Middleware,
    options: { name: string; step: 'initialize' | 'deserialize'; priority: 'high' | 'low' },
  ): void;
  addRelativeTo(
    middleware: Middleware,
    options: { name: string; relation: 'before' | 'after'; toMiddleware: string },
  ): void;
}

/** `CreateDomainName` of a middleware's context. */
export function operationOf(context: { commandName?: string }): string {
  return (context.commandName ?? 'unknown').replace(/Command$/, '');
}
