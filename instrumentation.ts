/** Runs once when the server starts, before the first request (Next.js instrumentation). */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('@/lib/boot/boot');
    await boot();
  }
}
