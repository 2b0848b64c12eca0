import type { Difference, FieldValue } from './edits';
import { secretLike } from './lint/secret-like';

const removed = '[removed]';
const telling = /password|passphrase|secret|authorization|cookie|token|api[-_]?key|private[-_]?key|credential/i;

/** A text of a certain name, such as a stage variable's; without what looks like a secret, or whose name says that it is one. */
export function hideSecret(name: string, text: string): string {
  return text !== '' && (telling.test(name) || secretLike(text) !== null) ? removed : text;
}

/**
 * A difference for where it is kept for ever, such as the audit log: constants, stage variables and queries of addresses that may be
 * secrets are not in it. Pure.
 */
export function hideSecrets(difference: Difference): Difference {
  if (difference.change !== 'changed') return difference;
  const hide = (value: FieldValue) =>
    typeof value === 'string' ? hideInField(difference.field, difference.key ?? '', value) : value;
  return { ...difference, before: hide(difference.before), after: hide(difference.after) };
}

function hideInField(field: string, key: string, value: string): string {
  switch (field) {
    case 'variables':
      return hideSecret(key, value);
    case 'requestParameters':
    case 'parameters':
      return value.replace(/^'(.*)'$/s, (_, constant: string) => `'${hideSecret(key, constant)}'`);
    case 'uri':
      return value.replaceAll(/(?<=[?&])([^=&]*)=([^&]*)/g, (_, name: string, text: string) => {
        return `${name}=${hideSecret(name, text)}`;
      });
    default:
      return value;
  }
}
