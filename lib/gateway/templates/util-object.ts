import { parseJson } from '../json-path';
import { decodePercent, encodePercent } from '../resolve/query';

/** `$util` of a template. Runs in browsers, too, so base64 goes through the platform's own functions. */
export function utilObject() {
  return {
    escapeJavaScript: (text: unknown) => JSON.stringify(String(text)).slice(1, -1).replaceAll("'", "\\'"),
    parseJson: (text: unknown) => parseJson(String(text)),
    urlEncode: (text: unknown) => encodePercent(String(text)),
    urlDecode: (text: unknown) => decodePercent(String(text).replaceAll('+', ' ')),
    base64Encode: (text: unknown) =>
      btoa(Array.from(new TextEncoder().encode(String(text)), (byte) => String.fromCodePoint(byte)).join('')),
    base64Decode: (text: unknown) => {
      const bytes = Uint8Array.from(atob(String(text)), (letter) => letter.codePointAt(0) ?? 0);
      return new TextDecoder().decode(bytes);
    },
  };
}
