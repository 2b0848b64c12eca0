/** The package's own file, since the bare name means Node's deprecated module of the same name. */
declare module 'punycode/punycode.es6.js' {
  export function toUnicode(name: string): string;
}
