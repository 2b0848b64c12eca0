'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Preset, presets } from '@/lib/gateway/mapping/presets';
import type { Method } from '@/lib/gateway/model';

/** A button that offers the ready-made mappings of one side. */
export function PresetList({
  side,
  method,
  onChange,
}: {
  side: Preset['side'];
  method: Method;
  onChange: (method: Method) => void;
}) {
  const [open, setOpen] = useState(false);
  const offered = presets.filter((preset) => preset.side === side);
  return (
    <>
      <Button size="sm" icon="wand-sparkles" onClick={() => setOpen(true)}>
        Ready-made
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="lg"
        title={side === 'request' ? 'Ready-made mappings to the back end' : 'Ready-made headers of the answer'}
        description="They are added to this route; what they need declared is declared."
      >
        <ul className="grid gap-2">
          {offered.map((preset) => {
            const obstacle = preset.obstacle(method);
            const applied = preset.isApplied(method);
            return (
              <li key={preset.id} className="flex items-start gap-3 rounded-lg border border-line px-3 py-2.5 text-sm">
                <div className="min-w-0 flex-1">
                  <p className="font-medium">{preset.title}</p>
                  <p className="text-ink-muted text-xs">{obstacle ?? preset.sentence}</p>
                  <ul className="mt-1 grid gap-0.5">
                    {Object.entries(preset.headers).map(([name, value]) => (
                      <li key={name} className="break-name font-mono text-ink-muted text-xs">
                        {name} ← {value}
                      </li>
                    ))}
                  </ul>
                </div>
                <Button
                  size="sm"
                  disabled={applied || obstacle !== null}
                  aria-label={`Add: ${preset.title}`}
                  onClick={() => {
                    onChange(preset.edit(method));
                    setOpen(false);
                  }}
                >
                  {applied ? 'Is set' : 'Add'}
                </Button>
              </li>
            );
          })}
        </ul>
      </Dialog>
    </>
  );
}
