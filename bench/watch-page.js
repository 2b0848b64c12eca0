// Runs in the page from its first moment on: first table row painted, long tasks, layout shift.
window.bench = { firstRow: 0, blocking: 0, shift: 0 };
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.bench.blocking += Math.max(0, task.duration - 50);
}).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.bench.shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
const look = () => {
  const row = document.querySelector('main table tbody tr');
  if (row && row.getBoundingClientRect().height > 0) window.bench.firstRow = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
