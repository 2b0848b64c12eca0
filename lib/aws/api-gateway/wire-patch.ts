/** One patch operation on the wire: values are texts, slashes inside a key of the path are `~1`, tildes `~0`. */
export interface WirePatch {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: string;
}
