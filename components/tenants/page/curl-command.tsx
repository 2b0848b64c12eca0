import { CopyButton } from '@/components/ui/copy-button';

/** A command for the shell that reaches the tenant's back end. */
export function CurlCommand({ command, hostname }: { command: string; hostname: string }) {
  return (
    <div className="flex items-start gap-2 rounded-md border border-line bg-sunken px-3 py-2">
      <pre className="min-w-0 flex-1 whitespace-pre-wrap break-all text-xs">
        <code>{command}</code>
      </pre>
      <CopyButton value={command} label={`the curl command for ${hostname}`} />
    </div>
  );
}
