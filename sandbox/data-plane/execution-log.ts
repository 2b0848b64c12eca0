import type { CallContext } from './gateway-call';
import type { HeaderList } from './header-list';
import type { IntegrationAnswer } from './integration-answer';

/** What an integration sends to its back end, as the log tells it. */
export interface EndpointRequest {
  uri: string;
  headers: HeaderList;
  body: Buffer;
}

/** AWS cuts what it logs of one item after so many bytes (facts 08, section 8.8). */
const longestItem = 1024;

/** The log of one execution, line by line as API Gateway writes it (facts 05, section 5.9). */
export class ExecutionLog {
  readonly #lines: string[];

  constructor(
    requestId: string,
    private readonly now: () => number,
    starting = 'Starting execution for request',
  ) {
    this.#lines = [`Execution log for request ${requestId}`];
    this.line(`${starting}: ${requestId}`);
  }

  line(text: string): void {
    this.#lines.push(`${stamp(this.now())} : ${text}`);
  }

  received({ request, pathParameters }: CallContext, path: string, body: Buffer): void {
    this.line(`HTTP Method: ${request.verb}, Resource Path: ${path}`);
    this.line(`Method request path: ${map(Object.entries(pathParameters))}`);
    this.line(`Method request query string: ${map(request.query)}`);
    this.line(`Method request headers: ${map(request.headers)}`);
    this.line(`Method request body before transformations: ${cut(body.toString('utf8'))}`);
  }

  sending({ uri, headers, body }: EndpointRequest): void {
    this.line(`Endpoint request URI: ${uri}`);
    this.line(`Endpoint request headers: ${map(headers)}`);
    this.line(`Endpoint request body after transformations: ${cut(body.toString('utf8'))}`);
    this.line(`Sending request to ${uri}`);
  }

  answered(answer: IntegrationAnswer, body: Buffer, latencyMs: number): void {
    this.line(`Received response. Status: ${answer.status}, Integration latency: ${latencyMs} ms`);
    this.line(`Endpoint response headers: ${map(answer.headers)}`);
    this.line(`Endpoint response body before transformations: ${cut(body.toString('utf8'))}`);
  }

  completed(status: number, headers: HeaderList, body: Buffer): void {
    this.line(`Method response body after transformations: ${cut(body.toString('utf8'))}`);
    this.line(`Method response headers: ${map(headers)}`);
    this.line('Successfully completed execution');
    this.line(`Method completed with status: ${status}`);
  }

  failed(reason: string, status: number): void {
    this.line(reason);
    this.line(`Method completed with status: ${status}`);
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** `{name=value, other=value}` */
function map(pairs: HeaderList): string {
  return `{${pairs.map(([name, value]) => `${name}=${cut(value, 256)}`).join(', ')}}`;
}

function cut(text: string, longest = longestItem): string {
  return text.length > longest ? `${text.slice(0, longest)} [TRUNCATED]` : text;
}

/** `Sun Nov 22 12:34:56 UTC 2026` */
function stamp(at: number): string {
  const [weekday = '', day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${time} UTC ${year}`;
}
