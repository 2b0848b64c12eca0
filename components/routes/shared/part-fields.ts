/** What the fields of each shared part get. */
export interface PartFieldsProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
  /** Sentences by field. */
  problems: Record<string, string>;
}
