import { type ClassValue, clsx } from 'clsx';

/** Joins class names. Components put the caller's `className` last and avoid classes that a caller would want to undo. */
export function cn(...values: ClassValue[]): string {
  return clsx(values);
}
