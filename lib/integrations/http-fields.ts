// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables and mapping templates write ${…} themselves
import { z } from 'zod';
import { type Integration, verbs } from '@/lib/gateway/model';

/** `same` sends the client's own verb. */
export const backendVerbs = ['same', ...verbs.filter((verb) => verb !== 'ANY')] as const;
export type BackendVerb = (typeof backendVerbs)[number];

export const verbSchema = z.enum(backendVerbs, 'Choose a method.');

export const toHttpMethod = (verb: BackendVerb): string => (verb === 'same' ? 'ANY' : verb);

/** Null for a verb that no form offers. */
function fromHttpMethod(httpMethod: string | null): BackendVerb | null {
  if (httpMethod === 'ANY') return 'same';
  return backendVerbs.find((verb) => verb === httpMethod && verb !== 'same') ?? null;
}

/** URL of a back end as API Gateway takes it: `https://host[:port]/path?query` with `{name}` and `${stageVariables.name}`. */
export const urlSchema = z
  .string()
  .trim()
  .min(1, 'Enter the URL of the back end.')
  .max(2048, 'At most 2,048 characters.')
  .superRefine((url, context) => {
    const problem = url === '' ? null : urlProblem(url);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

function urlProblem(url: string): string | null {
  if (!/^https?:\/\//.test(url)) return 'Start with https:// or http://.';
  if (/\s/.test(url)) return 'No spaces: write %20.';
  if (/(?<!\$)\{[^{}]*\+\}/.test(url)) return 'Here without the plus: {proxy} stands for the value of {proxy+}.';
  const plain = url.replaceAll(/\$\{stageVariables\.\w+\}/g, 'x').replaceAll(/(?<!\$)\{[\w.$-]+\}/g, 'x');
  if (/[{}]/.test(plain)) return 'Braces hold a name of the path, {id}, or a stage variable, ${stageVariables.host}.';
  if (!/^https?:\/\/[^/?#\s]/.test(plain)) return 'A host is missing after the two slashes.';
  if (plain.includes('#')) return 'No # here: a fragment never reaches a server.';
  return URL.canParse(plain) ? null : 'This is not a URL.';
}

/** Whether `url` hands on what `{proxy+}` stands for. */
const forwardsGreedy = (url: string, path: string): boolean => {
  const name = greedyVariable(path);
  return name !== null && url.includes(`{${name}}`);
};

/** `https://a.example.com/x` -> `https://a.example.com/x/{proxy}` for a route below a greedy variable; else the URL as it is. */
export function forwardGreedy(url: string, path: string): string {
  const name = greedyVariable(path);
  if (name === null || forwardsGreedy(url, path)) return url;
  const [, front = '', query = ''] = /^([^?]*)(\?.*)?$/s.exec(url) ?? [];
  return `${front.replace(/\/+$/, '')}/{${name}}${query}`;
}

function greedyVariable(path: string): string | null {
  return /\{([^{}]+)\+\}$/.exec(path)?.[1] ?? null;
}

/** A URL without what every URL has in front. */
export const withoutProtocol = (url: string | null): string => (url ?? '').replace(/^https?:\/\//, '');

export const toHttpType = (proxy: boolean) => (proxy ? 'HTTP_PROXY' : 'HTTP');

/** What the HTTP kinds read alike. */
export function readHttp({ type, uri, httpMethod }: Integration): HttpPart | null {
  const verb = fromHttpMethod(httpMethod);
  if (verb === null || (type !== 'HTTP' && type !== 'HTTP_PROXY')) return null;
  return { proxy: type === 'HTTP_PROXY', url: uri ?? '', verb };
}

interface HttpPart {
  proxy: boolean;
  url: string;
  verb: BackendVerb;
}
