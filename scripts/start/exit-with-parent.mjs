// Preloaded into every process that `npm start` starts: when the parent is gone, so are we.
if (process.connected) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
