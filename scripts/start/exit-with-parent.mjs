// Preloaded into every process that `npm start` starts: when the parent is gone, so are we. Processes that these start in
// turn inherit the preload and are left alone: their channel is not ours.
if (process.connected && process.ppid === Number(process.env.GATEHOUSE_START_PID)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
