import type { Method } from '../../model';

/** A ready-made mapping that people want often. */
export interface Preset {
  id: string;
  side: 'request' | 'response';
  title: string;
  /** What it is good for. */
  sentence: string;
  /** What it sets, for showing: header -> mapping expression. */
  headers: Record<string, string>;
  /** Why it can do nothing for this method; null: it can. */
  obstacle(method: Method): string | null;
  /** Whether the method has all of it already. */
  isApplied(method: Method): boolean;
  /** The method with it, declarations included; what has another value for these headers is replaced. */
  edit(method: Method): Method;
}
