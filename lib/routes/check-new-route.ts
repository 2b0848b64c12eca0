import type { Verb } from '@/lib/gateway/model';
import { parentOf } from './parent-of';

/** Paths that are there with their methods. */
export type KnownPaths = ReadonlyMap<string, readonly Verb[]>;

/** What is typed as a path, as API Gateway writes it: one slash in front, none at the end. */
export function normalPath(text: string): string {
  const path = `/${text.trim()}`.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return path === '' ? '/' : path;
}

/**
 * Why a route can't be added, in a sentence; null when it can. `verb` null adds the path alone. Paths in between that are
 * missing are made with it. Rules: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export function checkNewRoute(known: KnownPaths, path: string, verb: Verb | null): string | null {
  const there = known.get(path);
  if (there && verb === null) return `${path} is there already.`;
  if (there && verb && there.includes(verb)) return `${verb} ${path} is there already.`;
  const parts = path.split('/').slice(1);
  for (const [index, part] of path === '/' ? [] : parts.entries()) {
    const problem = partProblem(part);
    if (problem) return problem;
    if (part.endsWith('+}') && index < parts.length - 1)
      return `Nothing can be below ${part}: it takes everything itself.`;
  }
  const names = parts.filter((part) => part.startsWith('{')).map((part) => part.replace(/[{}+]/g, ''));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) return `The variable {${twice}} is in the path twice.`;
  return siblingProblem(known, path);
}

function partProblem(part: string): string | null {
  if (/^\{[\w.$-]+\+?\}$/.test(part)) return null;
  if (/[{}]/.test(part)) return `Braces go around a whole part: {id}, or {proxy+} for everything below; not ${part}.`;
  if (/^[A-Za-z0-9._,:-]+$/.test(part)) return null;
  return `${part}: a path takes letters, digits and . _ - , : only.`;
}

/** A parent can have one variable below it. */
function siblingProblem(known: KnownPaths, path: string): string | null {
  for (let at: string | null = path; at !== null && at !== '/'; at = parentOf(at)) {
    const last = at.slice(at.lastIndexOf('/') + 1);
    if (!last.startsWith('{') || known.has(at)) continue;
    const parent = parentOf(at) ?? '/';
    const sibling = [...known.keys()].find(
      (other) => other !== '/' && parentOf(other) === parent && other.slice(other.lastIndexOf('/') + 1).startsWith('{'),
    );
    if (sibling) return `${parent} has a variable below it already, ${sibling}; API Gateway allows one.`;
  }
  return null;
}
