import { Icon } from '@/components/ui/icon';

/** The line above every page while AWS calls go to the sandbox. */
export function SandboxBanner() {
  return (
    <p className="flex h-7 items-center justify-center gap-1.5 border-amber-line border-b bg-amber-soft px-4 text-amber text-xs">
      <Icon name="flask-conical" className="size-3.5" />
      <span>
        <strong className="font-semibold">Sandbox:</strong> nothing here reaches AWS
      </span>
    </p>
  );
}
