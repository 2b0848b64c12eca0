import { nearestWord } from '../mapping/nearest-word';
import { matchedLevels, type Part } from './parts';

/** How near a resource that doesn't fit comes; 0 is not worth a word. */
export function nearness(parts: Part[], segments: readonly string[]): number {
  const level = matchedLevels(parts, segments);
  const part = parts[level];
  const segment = segments[level];
  if (part === undefined) return segments.length - parts.length === 1 && parts.length > 0 ? level : 0;
  if (segment === undefined) return parts.length - segments.length === 1 ? level + 0.5 : 0;
  const isNear = part.kind === 'fixed' && nearestWord(segment, [part.text]) !== null;
  return isNear && parts.length === segments.length ? level + 1 : 0;
}

/** Why a resource that nearly fits doesn't. */
export function missSentence(parts: Part[], segments: readonly string[]): string {
  const level = matchedLevels(parts, segments);
  const part = parts[level];
  const segment = segments[level];
  if (part === undefined)
    return `The request goes on with /${segments.slice(level).join('/')}, and nothing below this resource fits.`;
  if (segment === undefined) {
    if (part.kind === 'greedy')
      return `${part.text} takes one segment or more, and here the path ends: the parent needs a method of its own.`;
    return `Has ${part.text} more than the request.`;
  }
  if (segment.toLowerCase() === part.text.toLowerCase())
    return `${segment} and ${part.text} differ in letter case, which counts.`;
  return `${segment} is not ${part.text}.`;
}
