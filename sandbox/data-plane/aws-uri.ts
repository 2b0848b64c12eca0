import { GatewayFault } from './fault';

/** The parts of `arn:aws:apigateway:<region>:[<subdomain>.]<service>:{path|action}/<rest>`. */
export interface AwsUri {
  region: string;
  subdomain: string | null;
  service: string;
  kind: 'path' | 'action';
  /** What follows `path/` or `action/`. */
  rest: string;
}

/** Throws the internal fault for what is none, or still has `{variables}`. */
export function parseAwsUri(uri: string): AwsUri {
  const [, region = '', host = '', kind, rest = ''] =
    /^arn:[\w-]+:apigateway:([^:]*):([^:]+):(path|action)\/(.*)$/s.exec(uri) ?? [];
  if (kind === undefined || /[{}]/.test(uri)) throw new GatewayFault('internal', `Invalid endpoint address: ${uri}`);
  const dot = host.lastIndexOf('.');
  return {
    region,
    subdomain: dot === -1 ? null : host.slice(0, dot),
    service: host.slice(dot + 1),
    kind: kind as AwsUri['kind'],
    rest,
  };
}

/** The function's ARN in `path/2015-03-31/functions/<arn>/invocations`; `null` for other paths. */
export function functionArnOf({ service, rest }: AwsUri): string | null {
  if (service !== 'lambda') return null;
  return /^[\d-]+\/functions\/(.+?)\/(?:response-streaming-)?invocations$/.exec(rest)?.[1] ?? null;
}
