import { toUnicode as decode } from 'punycode/punycode.es6.js';

/** The name as its owner writes it: `xn--mnchen-3ya.de` becomes `münchen.de`. Labels that don't decode stay as they are. */
export function toUnicode(name: string): string {
  return name.split('.').map(decodeLabel).join('.');
}

function decodeLabel(label: string): string {
  try {
    return decode(label);
  } catch {
    return label;
  }
}
