/** A message for something that truly happened (or truly failed) after an action. */
export interface ToastMessage {
  tone: 'success' | 'error';
  message: string;
  /** A button beside the message, "Undo". */
  action?: { label: string; onClick: () => void };
}

const name = 'gatehouse:toast';

/**
 * Shows a toast. Say `success` only once the server has confirmed. The toaster's code is loaded on first use
 * (`ToastHost` in the layout listens), so that pages without toasts do not pay for it.
 */
export function toast(message: ToastMessage): void {
  window.dispatchEvent(new CustomEvent<ToastMessage>(name, { detail: message }));
}

/** Calls `listener` for every toast until the returned function is called. */
export function onToast(listener: (message: ToastMessage) => void): () => void {
  const handle = (event: Event) => listener((event as CustomEvent<ToastMessage>).detail);
  window.addEventListener(name, handle);
  return () => window.removeEventListener(name, handle);
}
