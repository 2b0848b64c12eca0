'use client';

import { buttonClass } from '@/components/ui/button-class';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';

/** Recovery codes, the only time that they are shown. */
export function RecoveryCodeList({ codes, email }: { codes: string[]; email: string }) {
  const text = `Recovery codes of ${email} for Gatehouse. Each works once.\n\n${codes.join('\n')}\n`;
  return (
    <div className="grid gap-3">
      <Notice tone="amber" title="Keep these recovery codes now; they are never shown again.">
        Each signs you in once when you don't have the authenticator app at hand. Whoever has one needs only your
        password.
      </Notice>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border border-line bg-sunken px-4 py-3 font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code} className="select-all whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="gatehouse-recovery-codes.txt"
          className={buttonClass()}
        >
          <Icon name="download" className="size-4" />
          Download
        </a>
        <CopyButton value={codes.join('\n')} label="the recovery codes" className="size-8" />
      </div>
    </div>
  );
}
