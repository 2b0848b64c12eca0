'use client';

import { useState } from 'react';

/**
 * What is typed, kept as it is typed while `publish` gets it in the form in which it is stored: a map can't hold two rows that
 * are both still without a name.
 */
export function useRows<Rows>(initial: Rows, publish: (rows: Rows) => void): [Rows, (rows: Rows) => void] {
  const [rows, setRows] = useState(initial);
  return [
    rows,
    (next) => {
      setRows(next);
      publish(next);
    },
  ];
}
