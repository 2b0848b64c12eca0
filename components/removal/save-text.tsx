'use client';

import { Button } from '@/components/ui/button';

/** Saves a text that is in the page already as a file. */
export function SaveText({ text, fileName, label }: { text: string; fileName: string; label: string }) {
  function save() {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <Button size="sm" icon="download" onClick={save}>
      {label}
    </Button>
  );
}
