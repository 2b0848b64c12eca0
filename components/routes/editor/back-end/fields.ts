import type { RouteFacts } from '@/lib/routes/model';

/** What the fields of each kind of back end get. */
export interface BackEndFieldsProps<Values> {
  values: Values;
  onChange: (values: Values) => void;
  /** Sentences by field. */
  problems: Record<string, string>;
  facts: RouteFacts;
}
