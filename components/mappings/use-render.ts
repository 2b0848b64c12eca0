'use client';

import { useEffect, useState } from 'react';
import type { RenderTemplate } from '@/lib/gateway/templates/model';

/** The template engine is big: it comes when a template is there. */
export function useRender(wanted: boolean): RenderTemplate | null {
  const [render, setRender] = useState<{ run: RenderTemplate } | null>(null);
  useEffect(() => {
    if (!wanted || render) return;
    void import('@/lib/gateway/templates/render-template').then(({ renderTemplate }) =>
      setRender({ run: renderTemplate }),
    );
  }, [wanted, render]);
  return render?.run ?? null;
}
