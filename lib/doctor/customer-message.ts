/** What to send to the customer: plain words, no sender, nothing of ours that they could not know. */
export function customerMessage(hostname: string, sentence: string, fix: string): string {
  return [
    `About ${hostname}`,
    '',
    `We looked at the DNS of ${hostname} and found: ${sentence}`,
    '',
    `What to do at your DNS provider: ${fix}`,
    '',
    'When that is done there is nothing else to do: we check again by ourselves.',
  ].join('\n');
}
