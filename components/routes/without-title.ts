/** A sentence without the subject that it begins with, for places whose heading says it: `GET /orders: timeout …` -> `Timeout …`. Pure. */
export function withoutTitle(sentence: string, title: string): string {
  if (!sentence.startsWith(`${title}: `)) return sentence;
  const rest = sentence.slice(title.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
